import type { z } from 'zod';
import type { FileTree } from '../image/tree.ts';
import type { DockerfileLines } from '../result/measurement.ts';
import type { ManifestLine, ManifestUse } from './manifest-use.ts';
import type { Rule, Unknown, Violation } from './rule.ts';
import type { StatedSubject } from './subject.ts';

/** The image a manifest refers to; its tree where other rules had the layers read. */
export type ManifestSubject = StatedSubject & { readonly tree?: FileTree };

/** What a rule about manifests declares; its check sees one reference after the other. */
type ManifestRule<Options extends z.ZodType> = Omit<
  Rule<Options, 'manifest'>,
  'check' | 'needs' | 'group' | 'withoutLayers' | 'reads' | 'gathers'
> & {
  check(use: ManifestUse, subject: ManifestSubject, options: z.output<Options>): Iterable<Violation | Unknown>;
};

/** Declares a rule about what manifests say of an image. Where no manifest refers to the image it is no part of the judgement. */
export function defineManifestRule<Options extends z.ZodType>(rule: ManifestRule<Options>): Rule<Options, 'manifest'> {
  return {
    ...rule,
    group: 'manifests',
    needs: ['manifest'],
    withoutLayers: true,
    *check(subject, options) {
      for (const use of subject.manifests) yield* rule.check(use, subject, options);
    },
  };
}

/** A manifest's line, as findings carry places. */
export function lineOf({ file, line }: ManifestLine): DockerfileLines {
  return { file, startLine: line, endLine: line };
}
