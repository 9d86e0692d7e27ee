import { device } from '../platform/this-device';
import type { Schemas } from './client';
import { newId } from './new-id';
import { ask } from './session';
import { createStore } from './store';

type Template = Schemas['MessageTemplate'];

/** With so many left of each kind nobody is asked again. */
const enough = 3;

/** What WeChat may be asked to send, known before any tap: WeChat lets a page ask only in the very tap. */
export const offered = createStore<readonly Template[]>([]);

/** Whether asking makes sense: in WeChat, where messages are switched on, and few acceptances are left. */
export const mayAskForMessages = (templates: readonly Template[]): boolean =>
  templates.some(({ left }) => left < enough);

/** Reads what may be asked. Outside WeChat there is nothing to ask. */
export async function prepareMessages(): Promise<void> {
  if (!device.askMessages) return;
  offered.set((await ask((api) => api.get('/api/v1/volunteers/me/messages'))).items);
}

/**
 * Has WeChat ask for a yes to a message of each kind. To be called first in a tap. Answers whether one was given; what
 * cannot be told to the server is no yes, as nothing would be sent.
 */
export async function askForMessages(): Promise<boolean> {
  const templates = offered.get();
  if (!device.askMessages || !mayAskForMessages(templates)) return false;
  const said = await device.askMessages(templates.map(({ templateId }) => templateId));
  const answers = templates.flatMap(({ kind, templateId }) => {
    const answer = said[templateId];
    // `ban` and `filter` are WeChat's doing, not the person's.
    return answer === 'accept' || answer === 'reject' ? [{ kind, isAccepted: answer === 'accept' }] : [];
  });
  if (answers.length === 0) return false;
  const code = await device.wechatCode();
  if (code === undefined) return false;
  const { items } = await ask((api) =>
    api.post('/api/v1/volunteers/me/messages/answers', { body: { code, answers }, idempotencyKey: newId() }),
  );
  offered.set(items);
  return answers.some(({ isAccepted }) => isAccepted);
}
