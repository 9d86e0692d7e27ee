/** Where a tool writes: results, one a line, and how far it has come. */
export interface ToolOutput {
  result(line: string): void;
  note(line: string): void;
}

/** Exit codes: all is as it should be, something is not, could not look. */
export const exitCodes = { fits: 0, differs: 1, failed: 2 } as const;
