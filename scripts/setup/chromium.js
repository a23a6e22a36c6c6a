import { existsSync } from "node:fs";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The browser that the tests drive; Playwright's own download is not used. @returns {string | undefined} */
export const findChromium = () => places.find((path) => existsSync(path));
