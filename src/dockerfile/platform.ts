/** `os/architecture[/variant]`, normalised as containerd does. */
export interface Platform {
  readonly os: string;
  readonly architecture: string;
  readonly variant: string;
}

const systems =
  'aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris wasip1 windows zos'.split(
    ' ',
  );
const architectures = (
  '386 amd64 amd64p32 arm armbe arm64 arm64be loong64 mips mipsle mips64 mips64le mips64p32 mips64p32le ppc ppc64 ' +
  'ppc64le riscv riscv64 s390 s390x sparc sparc64 wasm'
).split(' ');
const otherNames: Readonly<Record<string, readonly [string, string?]>> = {
  i386: ['386'],
  x86_64: ['amd64'],
  'x86-64': ['amd64'],
  aarch64: ['arm64'],
  armhf: ['arm', 'v7'],
  armel: ['arm', 'v6'],
};

/** Reads a platform as `--platform` takes it: `linux/arm64`, `arm64`, `linux/arm/v7`. @returns undefined when it is none */
export function parsePlatform(text: string): Platform | undefined {
  const parts = text.split('/').map((part) => part.toLowerCase());
  if (
    parts.length > 3 ||
    !parts.every((part, at) => /^[a-z0-9_.-]+(?:\([a-z0-9_.-]*\))?$/.test(part) && (at === 0 || !part.includes('(')))
  )
    return undefined;
  const [first = '', second, variant = ''] = parts;
  const os = systemName(first.replace(/\(.*$/, ''));
  if (second !== undefined) return { os, ...normalise(second, variant) };
  if (systems.includes(os)) return { os, architecture: 'amd64', variant: '' };
  const { architecture, variant: implied } = normalise(first, '');
  return architectures.includes(architecture) ? { os: 'linux', architecture, variant: implied } : undefined;
}

export function formatPlatform({ os, architecture, variant }: Platform): string {
  return [os, architecture, ...(variant ? [variant] : [])].join('/');
}

function systemName(text: string): string {
  return text === 'macos' ? 'darwin' : text;
}

function normalise(
  written: string,
  writtenVariant: string,
): { readonly architecture: string; readonly variant: string } {
  const [architecture = written, implied = ''] = Object.hasOwn(otherNames, written) ? (otherNames[written] ?? []) : [];
  const variant = writtenVariant || implied;
  if (architecture === 'amd64') return { architecture, variant: variant === 'v1' ? '' : variant };
  if (architecture === 'arm64') return { architecture, variant: variant === '8' || variant === 'v8' ? '' : variant };
  if (architecture !== 'arm') return { architecture, variant };
  return { architecture, variant: /^\d$/.test(variant) ? `v${variant}` : variant || 'v7' };
}

/** The platform ARGs BuildKit predefines: https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope */
export function platformArgs(target: Platform, build: Platform): readonly (readonly [string, string])[] {
  return [
    ['BUILDPLATFORM', formatPlatform(build)],
    ['BUILDOS', build.os],
    ['BUILDOSVERSION', ''],
    ['BUILDARCH', build.architecture],
    ['BUILDVARIANT', build.variant],
    ['TARGETPLATFORM', formatPlatform(target)],
    ['TARGETOS', target.os],
    ['TARGETOSVERSION', ''],
    ['TARGETARCH', target.architecture],
    ['TARGETVARIANT', target.variant],
  ];
}
