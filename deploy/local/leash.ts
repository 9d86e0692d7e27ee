/**
 * Loaded into every child before its program (`node --import`): when the launcher dies, however it dies,
 * the channel to it closes, and the child ends itself as it would on SIGTERM.
 */
process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), 4000).unref();
});
// The listener alone would keep a finished child alive.
process.channel?.unref();
