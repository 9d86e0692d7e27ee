export * from './divisions.js';
export * from './population.js';
export * from './region.js';
export * from './working-days.js';
