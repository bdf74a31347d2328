/** A Dockerfile to be built; `BASE` stands for an image with a shell. */
export interface DockerfileCase {
  readonly text: string;
  readonly buildArgs?: Readonly<Record<string, string>>;
  readonly target?: string;
  /** Left out for a builder that cannot. */
  readonly only?: 'buildkit';
}

/** Each instruction on line N that makes a layer leaves a file or folder named LN, so the layers themselves say who made them. */
export const cases: Readonly<Record<string, DockerfileCase>> = {
  'one RUN': { text: 'FROM BASE\nRUN touch /L2\n' },
  'config before, between and after': {
    text: 'FROM BASE\nENV A=1\nLABEL a=b\nRUN touch /L4\nEXPOSE 80 53/udp\nUSER 1000\nRUN touch /tmp/L7\nCMD ["sh"]\nENTRYPOINT ["/bin/sh"]\n',
  },
  'a continued RUN with comments inside': {
    text: 'FROM BASE\n\nRUN true && \\\n  # why\n  touch \\\n\n  /L3\nRUN touch /L8\n',
  },
  'ARG in front of RUN': {
    text: 'FROM BASE\nARG A=1\nARG B\nRUN touch /L4\nARG C="x y"\nRUN touch /L6\n',
    buildArgs: { B: 'b c' },
  },
  'two equal RUNs': {
    text: 'FROM BASE\nRUN if [ -e /L2 ]; then touch /L3; else touch /L2; fi\nRUN if [ -e /L2 ]; then touch /L3; else touch /L2; fi\n',
  },
  'exec form': { text: 'FROM BASE\nRUN ["/bin/sh","-c","touch /L2"]\nCMD ["a", "b c"]\n' },
  'another SHELL': { text: 'FROM BASE\nSHELL ["/bin/busybox","sh","-ec"]\nRUN touch /L3\nCMD x y\nENTRYPOINT e f\n' },
  'COPY of several kinds': {
    text: 'FROM BASE\nCOPY f /L2\nCOPY --chown=1:2 f /L3\nCOPY dir /L4/\nCOPY f dir /L5/\nADD f /L6\n',
  },
  'COPY with variables': { text: 'FROM BASE\nENV D=/L\nCOPY f ${D}3\nARG S=f\nCOPY $S /L5\n' },
  'COPY --from stage by name and index': {
    text: 'FROM BASE AS one\nRUN touch /x\nFROM BASE\nCOPY --from=one /x /L4\nCOPY --from=0 /x /L5\n',
  },
  'FROM a stage': {
    text: 'FROM BASE AS one\nRUN touch /L2\nUSER 5\nWORKDIR /L4\nFROM one AS two\nRUN touch /tmp/L6\nFROM two\nCOPY f /L8\n',
  },
  'FROM scratch': { text: 'FROM scratch\nCOPY f /L2\nCOPY f /L3\nCMD ["/x"]\n' },
  'a target in the middle': {
    text: 'FROM BASE AS one\nRUN touch /L2\nFROM one AS two\nRUN touch /L4\nFROM two\nRUN touch /L6\n',
    target: 'two',
  },
  'WORKDIR absolute, relative, root': { text: 'FROM BASE\nWORKDIR /L2\nWORKDIR L3\nWORKDIR /\nRUN touch /L5\n' },
  'WORKDIR with a variable': { text: 'FROM BASE\nENV W=/L\nWORKDIR ${W}3/x\nRUN touch L4\n' },
  'ONBUILD of a stage': {
    text: 'FROM BASE AS one\nONBUILD RUN touch /L2\nONBUILD COPY f /L3\nRUN touch /L4\nFROM one\nRUN touch /L6\n',
    only: 'buildkit',
  },
  'ONBUILD in the final stage': { text: 'FROM BASE\nRUN touch /L2\nONBUILD RUN touch /never\nRUN touch /L4\n' },
  'global ARG in FROM': {
    text: 'ARG TAG=nope\nFROM ${TAG}\nARG TAG\nRUN touch /L4 && echo $TAG\n',
    buildArgs: { TAG: 'BASE' },
  },
  'platform ARGs': {
    text: 'FROM BASE\nARG TARGETARCH\nARG TARGETPLATFORM\nRUN touch /L4\nLABEL p=${TARGETPLATFORM}\n',
    only: 'buildkit',
  },
  'RUN --mount': {
    text: '# 1\nFROM BASE\nRUN --mount=type=cache,target=/c --mount=type=bind,source=f,target=/b touch /L3\nRUN --mount=type=tmpfs,target=/t touch /L4\n',
    only: 'buildkit',
  },
  'a RUN that changes nothing': { text: 'FROM BASE\nRUN touch /L2\nRUN true\nRUN touch /L4\n' },
  'defaults and alternatives': {
    text: 'FROM BASE\nENV A=${X:-one} B=${X:+two} C=${PATH:+three}\nUSER ${U:-7}\nLABEL "a b"="c \\" d" e=\'$A\'\nRUN touch /tmp/L5\n',
  },
  'ENV on ENV': {
    text: 'FROM BASE\nENV A=1 B=$A\nENV C=$A A=2\nENV PATH=/x:$PATH\nENV legacy one  two\nRUN touch /L6\n',
  },
  'ENTRYPOINT resets CMD of a stage': {
    text: 'FROM BASE AS one\nCMD ["a"]\nRUN touch /L3\nFROM one\nENTRYPOINT ["e"]\n',
  },
  'CMD stays beside ENTRYPOINT of its stage': { text: 'FROM BASE\nCMD ["a"]\nENTRYPOINT ["e"]\nRUN touch /L4\n' },
  'HEALTHCHECK and STOPSIGNAL': {
    text: 'FROM BASE\nHEALTHCHECK --interval=90s --retries=3 CMD true || exit 1\nSTOPSIGNAL SIGQUIT\nRUN touch /L4\n',
  },
  'HEALTHCHECK NONE': { text: 'FROM BASE\nHEALTHCHECK CMD ["x"]\nHEALTHCHECK NONE\nRUN touch /L4\n' },
  'volumes and ports': {
    text: 'FROM BASE\nVOLUME /a /b\nVOLUME ["/c d"]\nEXPOSE 8000-8002/tcp 53/UDP\nRUN touch /L5\n',
  },
  'lower case and odd blanks': { text: 'from BASE\n  run   touch\t/L2   \ncopy\tf   /L3\nEnv  a=b\n' },
  CRLF: { text: 'FROM BASE\r\nRUN touch /L2 && \\\r\n  true\r\nCOPY f /L4\r\nUSER 9\r\n' },
  'byte-order mark and escape directive': {
    text: '\uFEFF# escape=`\nFROM BASE\nRUN touch `\n /L3\nENV A=a`$b C=\\x\n',
  },
  MAINTAINER: { text: 'FROM BASE\nMAINTAINER me <me@example.org>\nRUN touch /L3\n' },
  'broken JSON is shell form': { text: 'FROM BASE\nRUN touch /L2\nCMD ["a", b]\nENTRYPOINT [ \'x\' ]\n' },
  'an unused stage': {
    text: 'FROM BASE AS one\nRUN touch /L2\nFROM BASE AS unused\nRUN touch /never\nFROM one\nRUN touch /L6\n',
  },
  'quotes in COPY': { text: 'FROM BASE\nCOPY ["f", "/L2 x"]\nCOPY "f" /L3\n' },
  'ADD of an archive': { text: 'FROM BASE\nADD L2.tar /\nRUN touch /L3\n' },
  'USER emptied': {
    text: 'FROM BASE AS one\nUSER 5\nRUN touch /tmp/L3\nFROM one\nUSER ${NONE}\nRUN touch /L6\n',
    only: 'buildkit',
  },
  'ARG shared through stages': {
    text: 'FROM BASE AS one\nARG V=1\nRUN touch /L3-$V\nFROM one\nRUN touch /L5-$V\n',
    only: 'buildkit',
  },
  'COPY --chmod and --link': { text: '# 1\nFROM BASE\nCOPY --chmod=755 f /L3\n', only: 'buildkit' },
  'prefix and suffix': { text: 'FROM BASE\nENV V=1.2.3\nLABEL a=${V:-x} b=${V:+y}\nRUN touch /L4\n' },
  'comment lines and empty lines between': {
    text: '# first\n\nFROM BASE\n# c\n\n\n# d\nRUN touch /L8\n\n#e\nRUN touch /L11\n',
  },
};
