'use strict';

// Stands in for ssh2 in the bundle: its native parts cannot be bundled, and a Docker host over SSH is a rare wish.
exports.Client = function Client() {
  throw new Error(
    'Docker hosts over ssh:// are not supported here. Forward the socket with ssh -L and set DOCKER_HOST to the forwarded one.',
  );
};
