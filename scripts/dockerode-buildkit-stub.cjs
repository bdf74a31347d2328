'use strict';

// Stands in for dockerode's own BuildKit session and progress, which bring gRPC and protobuf: the engine adapter has its own.
function unused() {
  throw new Error('A build went through dockerode instead of the engine adapter.');
}

module.exports = unused;
module.exports.followProgress = unused;
