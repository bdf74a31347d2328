/** Folders of what package managers unpacked: published for all to read, and full of test keys. */
const published =
  /\/(?:node_modules|site-packages|dist-packages|\.m2|go\/pkg|\.cargo\/registry|gems)\/|^\/(?:bin|sbin|lib(?:32|64|x32)?|usr\/(?:bin|sbin|lib(?:32|64|exec|x32)?|share|include)|usr\/local\/(?:lib|share|include)|var\/lib\/(?:dpkg|apt|rpm|dnf)|var\/cache|lib\/apk)\//;

/** Kinds of files that hold no text of people's. */
const noText =
  /\.(?:png|jpe?g|gif|webp|ico|svg|bmp|woff2?|ttf|otf|eot|mp[34]|ogg|wav|webm|mov|avi|pdf|zip|gz|tgz|bz2|xz|zst|7z|rar|tar|jar|war|ear|class|so(?:\.[\d.]+|\.cache)?|a|o|ko|dll|exe|pyc|pyo|wasm|bin|dat|db|sqlite3?|mo|gmo|map|min\.js|min\.css)$/i;

/** The beginning of each file that is read; secrets stand in small files. */
export const maxSearchedBytes = 512 * 1024;

/** Whether a file's content is worth a search, by its path and size. */
export function isWorthSearching(path: string, bytes: number): boolean {
  return bytes > 8 && bytes <= 64 * 2 ** 20 && !published.test(path) && !noText.test(path);
}
