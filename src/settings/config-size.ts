/** Bytes of the largest configuration or policy file that is read. */
export const maxConfigBytes = 256 * 1024;
