import { accessPage } from './access.page.js';
import { apiTypes } from './api-types.page.js';
import { configurationPage } from './configuration.page.js';
import { errorsPage } from './errors.page.js';
import { messagesPage } from './messages.page.js';

/** File of the project → how it is made from the code. */
export const pages: Record<string, () => string | Promise<string>> = {
  'docs/access.md': accessPage,
  'docs/configuration.md': configurationPage,
  'docs/errors.md': errorsPage,
  'docs/messages.md': messagesPage,
  'libs/api-client/src/schema.ts': apiTypes,
};
