import type { Transport } from './client';

const patienceMs = 15_000;
/** A photo from a stairway takes its time. */
const photoPatienceMs = 90_000;
const photoCharacters = 20_000;

/** No answer in the time a person waits. Whether the request arrived is not known. */
export class TooSlow extends Error {}

/** A transport that gives up. */
export const timed =
  (transport: Transport): Transport =>
  (request) =>
    new Promise((done, fail) => {
      const isPhoto = (request.body?.length ?? 0) > photoCharacters;
      const timer = setTimeout(() => fail(new TooSlow()), isPhoto ? photoPatienceMs : patienceMs);
      transport(request)
        .then(done, fail)
        .finally(() => clearTimeout(timer));
    });
