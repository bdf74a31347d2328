/** A baseline in one word, as files and inputs take it. */
export const baselineWord = /^(none|recorded|rebuild|image:\S+|file:.+)$/;
