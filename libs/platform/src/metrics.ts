import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export const registry = new Registry();

/** Process, garbage collector and event-loop figures; once a process. */
export function collectProcessMetrics(): void {
  if (!registry.getSingleMetric('process_cpu_user_seconds_total'))
    collectDefaultMetrics({ register: registry });
}

const registers = [registry];
const secondsBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Every figure the suite exposes at `/metrics`. Labels are closed sets: no ids, nothing personal. */
export const metrics = {
  httpSeconds: new Histogram({
    name: 'shunlu_http_request_seconds',
    help: 'HTTP requests by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: secondsBuckets,
    registers,
  }),
  rpcSeconds: new Histogram({
    name: 'shunlu_rpc_seconds',
    help: 'RPC messages handled, by subject and outcome.',
    labelNames: ['subject', 'outcome'],
    buckets: secondsBuckets,
    registers,
  }),
  batchItems: new Histogram({
    name: 'shunlu_rpc_batch_items',
    help: 'Items in a batched RPC message.',
    labelNames: ['subject'],
    buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512],
    registers,
  }),
  outboxPublished: new Counter({
    name: 'shunlu_outbox_published_total',
    help: 'Events published from the outbox.',
    labelNames: ['service'],
    registers,
  }),
  outboxLagSeconds: new Gauge({
    name: 'shunlu_outbox_lag_seconds',
    help: 'Age of the oldest event that waits to be published.',
    labelNames: ['service'],
    registers,
  }),
  consumerEvents: new Counter({
    name: 'shunlu_consumer_events_total',
    help: 'Events taken by a consumer, by outcome.',
    labelNames: ['service', 'outcome'],
    registers,
  }),
  consumerLagSeconds: new Gauge({
    name: 'shunlu_consumer_lag_seconds',
    help: 'Age of the newest event when its effect was committed.',
    labelNames: ['service'],
    registers,
  }),
  consumerPending: new Gauge({
    name: 'shunlu_consumer_pending',
    help: 'Messages waiting for a consumer.',
    labelNames: ['service'],
    registers,
  }),
  poolConnections: new Gauge({
    name: 'shunlu_pool_connections',
    help: 'Database connections by state.',
    labelNames: ['service', 'state'],
    registers,
  }),
  transactionRetries: new Counter({
    name: 'shunlu_transaction_retries_total',
    help: 'Transactions run again after 40001 or 40P01.',
    labelNames: ['service'],
    registers,
  }),
  noticeSeconds: new Histogram({
    name: 'shunlu_notice_acknowledged_seconds',
    help: 'From a delay or an emergency told to a person having seen it, by kind.',
    labelNames: ['kind'],
    buckets: [5, 15, 30, 60, 120, 300, 600, 1800, 3600],
    registers,
  }),
  grabLossesDropped: new Counter({
    name: 'shunlu_grab_losses_dropped_total',
    help: 'Lines of the grab log given up because the database took nothing for too long.',
    registers,
  }),
  referralsOverdue: new Gauge({
    name: 'shunlu_referrals_overdue',
    help: 'Referrals whose next step is late.',
    registers,
  }),
  hazardsOpen: new Gauge({
    name: 'shunlu_hazards_open',
    help: 'Hazards not closed yet, by state.',
    labelNames: ['state'],
    registers,
  }),
  recordsOverdue: new Gauge({
    name: 'shunlu_records_overdue',
    help: 'Services not recorded eight working days after their end (alarm), or after ten (breach).',
    labelNames: ['stage'],
    registers,
  }),
  reportDifferences: new Gauge({
    name: 'shunlu_report_differences',
    help: 'Figures of reports that differed from their owner’s own count when last compared, by metric.',
    labelNames: ['metric'],
    registers,
  }),
  reportsReconciledAt: new Gauge({
    name: 'shunlu_reports_reconciled_timestamp_seconds',
    help: 'When reports were last compared with their owners, seconds since 1970.',
    registers,
  }),
  ledgerConsistent: new Gauge({
    name: 'shunlu_ledger_consistent',
    help: '1 when the last nightly audit found every city without a fault, else 0.',
    registers,
  }),
  ledgerFaults: new Gauge({
    name: 'shunlu_ledger_faults',
    help: 'Faults the last nightly audit found, by check.',
    labelNames: ['check'],
    registers,
  }),
  ledgerAuditSeconds: new Gauge({
    name: 'shunlu_ledger_audit_seconds',
    help: 'Duration of the last nightly audit.',
    registers,
  }),
  ledgerAuditedAt: new Gauge({
    name: 'shunlu_ledger_audit_timestamp_seconds',
    help: 'When the last nightly audit ended, seconds since 1970; 0 when this replica has run none.',
    registers,
  }),
};
