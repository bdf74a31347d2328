// Written by scripts/generate.mjs; change the files it is made of and run that again.

/** The presets of `policies/` by name, as they stand there. */
export const presetTexts: Readonly<Record<string, string>> = {
  distroless: `# For images on distroless or scratch: nothing in them but the program and what it needs.
version: 1
policy:
  extends: strict
  rules:
    allowed-base-images:
      - error
      - allow:
          - scratch
          - gcr.io/distroless/*
          - cgr.dev/chainguard/*
`,
  recommended: `# What nearly everyone would accept. Errors are what nobody defends; warnings are worth a look.
version: 1
policy:
  rules:
    # A container that runs as root is one mistake away from being root on the host.
    non-root: error
    # A shell as process 1 swallows signals: every deploy waits ten seconds and kills.
    exec-form: warning
    # The newest of anything is not what was tested.
    no-latest-tag: warning
    # Deleted in a later layer is still shipped. Below 1 MB it is not worth a line.
    max-hidden-bytes: [warning, { max: 1 MB }]
`,
  strict: `# For teams that have passed \`recommended\` and mean to stay there.
version: 1
policy:
  extends: recommended
  rules:
    non-root: [error, { numeric-only: true }]
    exec-form: error
    no-latest-tag: error
    pinned-base-image: error
    max-hidden-bytes: [error, { max: 100 kB }]
`,
};
