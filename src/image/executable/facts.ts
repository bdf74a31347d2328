/** Who looks a program up: the runtime, a shell or `env`; each words its failure differently. */
export type Caller = 'runtime' | 'shell' | 'env';

/** Where in the chain from the command to the last library an obstacle stands. */
export interface Step {
  /** The file it is about, by the path it is executed by; untrusted. */
  readonly path: string;
  readonly caller: Caller;
  /** Programs and scripts that lead there, the command's own file first; empty when it is that file itself. */
  readonly through: readonly string[];
}

/** A library that the dynamic loader will not find. */
export interface MissingLibrary {
  readonly name: string;
  /** Absolute path of the program or library that needs it. */
  readonly neededBy: string;
  /** Files of that name elsewhere in the image, absolute. */
  readonly elsewhere: readonly string[];
  /** A directory of ld.so.conf has it, but the loader reads ld.so.cache, which does not list it. */
  readonly notInCache: boolean;
}

/** A version of symbols that a library in the image is too old, or too different, to have. */
export interface MissingVersion {
  readonly version: string;
  /** Absolute path of the library that should have it. */
  readonly library: string;
  readonly neededBy: string;
}

/** One thing that keeps the image's command from starting. */
export type Obstacle =
  /** No such file: `word` is what is looked for; `link` a symbolic link on the way whose target is missing. */
  | {
      readonly kind: 'not-found';
      readonly word: string;
      readonly caller: Caller;
      readonly through: readonly string[];
      /** Directories of PATH; absent when the word is a path. */
      readonly searched?: readonly string[];
      readonly link?: { readonly path: string; readonly target: string };
    }
  | (Step & { readonly kind: 'directory' })
  /** `file` is what refuses: the program, or a directory on the way to it. */
  | (Step & {
      readonly kind: 'not-permitted';
      readonly right: 'execute' | 'read' | 'enter';
      readonly file: { readonly path: string; readonly mode: number; readonly uid: number; readonly gid: number };
      readonly uid: number;
    })
  /** The kernel does not know the format: neither ELF nor `#!`. */
  | (Step & {
      readonly kind: 'format';
      readonly what: 'empty' | 'no-shebang' | 'bom' | 'no-interpreter' | 'object' | 'damaged';
    })
  | (Step & { readonly kind: 'machine'; readonly machine: string; readonly platform: string })
  /** The `#!` line names a program that is not there. `isCrlf`: only for the carriage return at its end. */
  | (Step & { readonly kind: 'script-interpreter'; readonly interpreter: string; readonly isCrlf: boolean })
  /** The interpreter gets an argument that ends in a carriage return. */
  | (Step & { readonly kind: 'crlf-argument'; readonly interpreter: string; readonly argument: string })
  | (Step & { readonly kind: 'too-deep' })
  | (Step & {
      readonly kind: 'loader';
      readonly loader: string;
      readonly state: 'missing' | 'not-executable' | 'not-elf' | 'other-machine';
      readonly needed: readonly string[];
      /** Loaders the image has instead, absolute. */
      readonly others: readonly string[];
    })
  | (Step & {
      readonly kind: 'libraries';
      readonly libc: 'glibc' | 'musl';
      readonly missing: readonly MissingLibrary[];
    })
  /** glibc's loader refuses libraries without the versions a program was linked with. */
  | (Step & { readonly kind: 'versions'; readonly missing: readonly MissingVersion[] })
  /** Linked with glibc, and asks for musl's loader. */
  | (Step & { readonly kind: 'mixed-libc'; readonly loader: string; readonly needed: readonly string[] })
  /** A library without an entry of its own. */
  | (Step & { readonly kind: 'library-as-program' })
  | { readonly kind: 'user'; readonly user: string; readonly reason: string };

/** Whether the image's command can start: what stands against it, and what could not be found out. */
export interface ExecutableFacts {
  /** Which part of the configuration names the program. */
  readonly from: 'entrypoint' | 'cmd';
  /** Absolute paths that were followed, the command's own file first. */
  readonly files: readonly string[];
  /** How many libraries were found for them. */
  readonly libraries: number;
  readonly obstacles: readonly Obstacle[];
  /** Sentences: what could not be checked, and why. */
  readonly unchecked: readonly string[];
}
