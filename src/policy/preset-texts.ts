// Written by scripts/generate.mjs; change the files it is made of and run that again.

/** The presets of `policies/` by name, as they stand there. */
export const presetTexts: Readonly<Record<string, string>> = {
  distroless: `# For images on distroless or scratch: nothing in them but the program and what it needs.
version: 1
policy:
  extends: strict
  rules:
    # Bases without shell and package manager. What only builds may be anything.
    allowed-base-images:
      - error
      - allow:
          - scratch
          - gcr.io/distroless/*
          - cgr.dev/chainguard/*
    # There is no reason for any of these bytes here.
    no-build-tools: [error, { max: 0 }]
    no-package-cache: [error, { max: 0 }]
    max-hidden-bytes: [error, { max: 0 }]
    no-setuid: [error, { of: all }]
    # There is no shell or client to check with; orchestrators probe from outside.
    healthcheck: off
`,
  recommended: `# What nearly everyone would accept. Errors are what nobody defends; warnings are worth a look.
# Rules that read the Dockerfile pass where there is none: an image that was built elsewhere is judged by what it holds.
version: 1
policy:
  rules:
    # A container that runs as root is one mistake away from being root on the host.
    non-root: error
    # Whoever can pull the image reads them, also what a later layer deletes.
    no-secrets: error
    # A repository holds everything that was ever committed.
    no-vcs: error
    # A program without its loader or a library builds, ships, and does not start. What cannot be looked into (Windows,
    # WebAssembly, a loader of its own kind) is said and stops nobody.
    runnable-entrypoint: [error, { when-not-run: warning }]

    # A shell as process 1 swallows signals: every deploy waits ten seconds and kills.
    exec-form: warning
    # What a container runs should be what the file seems to say.
    effective-command: warning
    # What runs beside the program dies unseen.
    one-process: warning
    # SSH is not how one enters a container.
    exposed-ports: warning
    # The usual way from an ordinary user to root.
    no-setuid: warning

    # A tenth more in one change deserves a look; without a baseline there is nothing to say.
    max-growth: [warning, { or: 10 %, when-not-run: pass }]
    # Deleted in a later layer is still shipped. Below 1 MB it is not worth a line.
    max-hidden-bytes: [warning, { max: 1 MB }]
    # Lists and caches serve the next install, which does not happen in an image.
    no-package-cache: [warning, { max: 1 MB }]
    # Every build waits for it. An image that was built elsewhere has none.
    max-context-size: [warning, { max: 200 MB, when-not-run: pass }]
    # Compilers in a single-stage image are what this tool was made to show.
    multi-stage: [warning, { max: 10 MB, when-not-run: pass }]

    # The newest of anything is not what was tested.
    no-latest-tag: [warning, { when-not-run: pass }]
    # Only where the base image is at hand: its triggers do what no line here says.
    no-onbuild: [warning, { when-not-run: pass }]
    # The rest is about builds that repeat and files that say what they mean.
    no-add: [warning, { when-not-run: pass }]
    # A \`COPY .\` takes repositories, secrets and what somebody built at home into the image.
    dockerignore: [warning, { when-not-run: pass }]
    absolute-workdir: [warning, { when-not-run: pass }]
    # Of caches only what is worth a line; where nothing was built, each is.
    package-manager-hygiene: [warning, { min-saving: 1 MB, when-not-run: pass }]
    # Only where merging saves something: often it saves nothing.
    consecutive-run: [warning, { min-saving: 1 MB, when-not-run: pass }]

    # About what Kubernetes manifests say of an image; without manifests nothing is said. A pod that cannot start is no
    # matter of taste. Programs that come with a volume are not looked into, and stop nobody.
    manifest-run-as-non-root: error
    manifest-command: [error, { when-not-run: pass }]
    # What runs should be what both files seem to say, and not as root.
    manifest-entrypoint: warning
    manifest-non-root: warning
    # The newest of anything is not what was tested, and two nodes may run two of it.
    manifest-pinned-image: [warning, { digest: false }]
    manifest-pull-policy: warning
`,
  strict: `# For teams that have passed \`recommended\` and mean to stay there.
version: 1
policy:
  extends: recommended
  rules:
    # Kubernetes' runAsNonRoot can check numbers only.
    non-root: [error, { numeric-only: true }]
    exec-form: error
    effective-command: error
    one-process: error
    exposed-ports: error
    no-setuid: error
    # A tag can be moved, by its owner or by whoever took the account over.
    pinned-base-image: [error, { when-not-run: pass }]
    no-latest-tag: error
    # Names what multi-stage names, in every Dockerfile, so that one is off: the same bytes are not reported twice.
    no-build-tools: error
    multi-stage: off
    no-package-cache: [error, { max: 100 kB }]
    max-hidden-bytes: [error, { max: 100 kB }]
    no-add: error
    absolute-workdir: error
    package-manager-hygiene: error
    # An anonymous volume stays behind each container.
    no-volumes: warning
    # Without it a hung process counts as healthy. Turn it off where only Kubernetes runs the image.
    healthcheck: warning

    # A tag in a manifest is moved as easily as one in a Dockerfile.
    manifest-pinned-image: [error, { digest: true }]
    manifest-pull-policy: [error, { unset: true }]
    # An image that becomes root's tomorrow must not run as root where it did not today.
    manifest-non-root: [error, { ask-run-as-non-root: true }]
    manifest-entrypoint: error
`,
};
