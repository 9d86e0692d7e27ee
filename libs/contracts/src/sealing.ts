import { defineRpc } from './contract.js';
import { Choice, Flag, Instant, Integer, ListOf, Text, Uuid } from './fields.js';

/** The services that seal something. */
export const sealingServices = ['volunteers', 'tasks', 'stations'] as const;
export type SealingServiceName = (typeof sealingServices)[number];

export const sealingKinds = ['count', 'reseal'] as const;
export type SealingKind = (typeof sealingKinds)[number];

export const sealingSteps = ['counting', 'sealing'] as const;
export type SealingStep = (typeof sealingSteps)[number];

/** `incomplete`: some could not be opened, or were held all the time; they are as they were. */
export const sealingOutcomes = ['done', 'incomplete', 'superseded'] as const;
export type SealingOutcome = (typeof sealingOutcomes)[number];

const values = { min: 0, max: Number.MAX_SAFE_INTEGER };

export class ReadSealingInput {
  @Choice(sealingServices) service!: SealingServiceName;
}

export class AskSealingInput extends ReadSealingInput {
  @Uuid({ description: 'Id of the run, made by the caller.' }) id!: string;
  @Choice(sealingKinds, { description: 'Count by key, or seal anew what another key has sealed.' })
  kind!: SealingKind;
}

/** A key by its id; never the key. */
export class SealingKeyView {
  @Text({ max: 200, description: '? where a value names none.' }) keyId!: string;
  @Flag({ description: 'New values are sealed with it.' }) isCurrent!: boolean;
  @Flag({ description: 'It is in the key file, so that what it sealed can be read.' }) isInFile!: boolean;
}

export class SealedCountView {
  @Text({ max: 63 }) table!: string;
  @Text({ max: 63 }) column!: string;
  @Text({ max: 200 }) keyId!: string;
  @Integer(values) valueCount!: number;
  @Flag({ description: 'False of files, which expire.' }) isResealed!: boolean;
}

/** Somebody had values counted or sealed anew. Who asked for what is never changed. */
export class SealingRunView {
  @Uuid() id!: string;
  @Choice(sealingKinds) kind!: SealingKind;
  @Text({ max: 200, description: 'The current key when it was asked for.' }) keyId!: string;
  @Uuid({ optional: true, description: 'The administrator who asked; absent for the operator’s command.' })
  byId?: string;
  @Instant() askedAt!: string;
  @Choice(sealingSteps) step!: SealingStep;
  @Integer({ ...values, description: 'In the count under way, or the last one.' }) countedValues!: number;
  @Integer({ ...values, optional: true, description: 'To be sealed anew; absent until they are counted.' })
  totalValues?: number;
  @Integer({ ...values, description: 'Sealed anew so far.' }) sealedValues!: number;
  @Integer({ ...values, description: 'Their key is missing, or they are damaged: left as they are.' })
  unreadableValues!: number;
  @Instant({ description: 'When it last went on.' }) progressedAt!: string;
  @Instant({ optional: true, description: 'Absent while it is under way.' }) endedAt?: string;
  @Choice(sealingOutcomes, { optional: true }) outcome?: SealingOutcome;
}

/** What a service keeps sealed, by the key that sealed it. */
export class SealingView {
  @Choice(sealingServices) service!: SealingServiceName;
  @Instant({ description: 'Now.' }) at!: string;
  @ListOf(() => SealingKeyView, { max: 1_000, description: 'The current one first.' })
  keys!: SealingKeyView[];
  @ListOf(() => SealedCountView, { max: 10_000 }) counts!: SealedCountView[];
  @Instant({ optional: true, description: 'When the count ended; absent where nothing was counted yet.' })
  countedAt?: string;
  @Text({ max: 200, optional: true, description: 'The current key when it was counted.' })
  countedKeyId?: string;
  @ListOf(() => SealingRunView, { max: 20, description: 'The newest first.' }) runs!: SealingRunView[];
}

const callers = ['administrator'] as const;

/** 密钥轮换: of its own columns alone, for administrators of a whole city at least, since keys are the installation's. */
export const sealingOf = (service: SealingServiceName) => ({
  read: defineRpc({
    subject: `${service}.readSealing`,
    input: ReadSealingInput,
    output: SealingView,
    errors: ['access.foreignRegion'],
    callers,
  }),
  /** Begins in the background; the same id is the same run. */
  ask: defineRpc({
    subject: `${service}.askSealing`,
    input: AskSealingInput,
    output: SealingRunView,
    errors: ['access.foreignRegion', 'idempotency.conflict', 'sealing.underWay'],
    callers,
  }),
});

export const registerSealing = sealingOf('volunteers');
export const serviceSealing = sealingOf('tasks');
export const stationSealing = sealingOf('stations');
