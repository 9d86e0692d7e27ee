import { configurationPage } from './configuration.page.js';
import { errorsPage } from './errors.page.js';
import { messagesPage } from './messages.page.js';

/** File in `docs/` → how it is made from the code. */
export const pages: Record<string, () => string> = {
  'configuration.md': configurationPage,
  'errors.md': errorsPage,
  'messages.md': messagesPage,
};
