export * from './divisions.js';
export * from './region.js';
