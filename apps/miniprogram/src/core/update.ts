import { device } from '../platform/this-device';
import { createStore } from './store';

/** Whether a newer version of the app is on the phone and waits for the page to be opened anew. */
export const updated = createStore(false);

/** Watches for newer versions. Called once. */
export const watchUpdates = () => device.onUpdate(() => updated.set(true));
