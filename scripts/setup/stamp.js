import { existsSync, readFileSync } from "node:fs";

/** Whether this file holds exactly this value. @param {string} file @param {string} value @returns {boolean} */
export const stampedWith = (file, value) => existsSync(file) && readFileSync(file, "utf8") === value;
