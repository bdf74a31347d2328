import type { DockerfileCase } from './dockerfile-cases.ts';

/** What only the builder of a newer engine takes; as in `dockerfile-cases.ts`, what line N makes is named LN. */
export const newestCases: Readonly<Record<string, DockerfileCase>> = {
  'a RUN that is a heredoc': { text: 'FROM BASE\nRUN <<EOF\ntouch /L2\ntrue\nEOF\nRUN touch /L6\n' },
  'a RUN that is a script of its own': {
    text: 'FROM BASE\nRUN <<EOF\n#!/bin/sh\ntouch /L2\nEOF\nUSER 5\n',
  },
  'heredocs given to a command': {
    text: 'FROM BASE\nRUN cat <<A > /L2 && cat <<B >> /L2\na\nA\nb\nB\nRUN touch /L7\n',
  },
  'a quoted heredoc, and one with tabs': {
    text: 'FROM BASE\nRUN <<"E F"\ntouch /L2\nE F\nRUN <<-EOF\n\ttouch /L5\n\tEOF\n',
  },
  'ARGs in front of a heredoc': {
    text: 'ARG G=g\nFROM BASE\nARG G\nARG A="x y"\nRUN <<EOF\ntouch /L5\nEOF\nRUN touch /L8\n',
  },
  'a heredoc under another SHELL': {
    text: 'FROM BASE\nSHELL ["/bin/busybox", "sh", "-ec"]\nRUN <<EOF\ntouch /L3\nEOF\nCMD x\n',
  },
  'COPY of heredocs': { text: 'FROM BASE\nCOPY <<L2a <<L2b /d/\na\nL2a\nb\nL2b\nADD <<EOF /L7\n$PATH\nEOF\n' },
  'COPY --link': { text: 'FROM BASE\nCOPY --link f /L2\nRUN touch /L3\nCOPY --link --chmod=600 --chown=1:2 f /L4\n' },
  'COPY --link from a stage': {
    text: 'FROM BASE AS one\nRUN touch /x\nFROM BASE\nCOPY --link --from=one /x /L4\nWORKDIR /L5\nCOPY --link f L6\n',
  },
  'COPY --exclude': { text: 'FROM BASE\nCOPY --exclude=*.tar --exclude=Dockerfile . /L2/\nRUN touch /L3\n' },
  'ONBUILD of a stage, with heredocs': {
    text: 'FROM BASE AS one\nONBUILD RUN <<EOF\ntouch /L2\nEOF\nONBUILD ENV A=$B\nFROM one\nRUN touch /L7\n',
  },
  'patterns in variables': {
    text: 'FROM BASE\nENV V=1.2.3 P=a/b/c\nLABEL a=${V%.*} b=${V%%.*} c=${P#*/} d=${P##*/} e=${V//./-} f=${P/b/x}\nRUN touch /L4\n',
  },
  'a required variable': { text: 'FROM BASE\nARG A\nENV B="${A:?say it}"\nRUN touch /L4\n', buildArgs: { A: 'x' } },
  'HEALTHCHECK with all of its flags': {
    text: 'FROM BASE\nHEALTHCHECK --interval=1m30s --timeout=5s --start-period=1s --start-interval=2s --retries=2 CMD ["x"]\nRUN touch /L3\n',
  },
  'RUN --network and secrets that are not there': {
    text: 'FROM BASE\nRUN --network=none --mount=type=secret,id=none,target=/s touch /L2\nRUN --mount=type=tmpfs,target=/t,size=1m touch /L3\n',
  },
  'a mount of a stage': {
    text: 'FROM BASE AS one\nRUN touch /x\nFROM BASE\nRUN --mount=from=one,source=/x,target=/y touch /L4\nRUN --mount=from=one,target=/z,rw touch /L5\n',
  },
  'an escape directive and heredocs': {
    text: '# escape=`\n# check=skip=all\nFROM BASE\nRUN true && `\n  touch /L4\nRUN <<EOF\ntouch /L6\nEOF\n',
  },
  'a target with ONBUILD above it': {
    text: 'FROM BASE AS one\nONBUILD RUN touch /L2\nFROM one AS two\nRUN touch /L4\nFROM two\nRUN false\n',
    target: 'two',
  },
};
