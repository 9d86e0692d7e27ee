export * from './divisions.js';
export * from './region.js';
export * from './working-days.js';
