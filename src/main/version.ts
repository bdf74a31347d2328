declare const PLIMSOLL_VERSION: string | undefined;

/** The version of package.json, put in when the program is bundled; `0.0.0-source` when it runs from its sources. */
export const version = typeof PLIMSOLL_VERSION === 'string' ? PLIMSOLL_VERSION : '0.0.0-source';
