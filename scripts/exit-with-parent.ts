/**
 * Preloaded into every process that Modelwatch starts: after `kill -9` of the main process nothing of it stays behind,
 * so that it can be started again at once.
 */
process.on("disconnect", () => process.exit(1));
// Listening must not keep a command alive that has finished.
process.channel?.unref();
