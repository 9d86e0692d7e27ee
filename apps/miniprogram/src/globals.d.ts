/** Where a mini-program finds the suite; set when it is built. */
declare const API_URL: string;

declare module '*.css';
