/** How hours become credits; every transfer names the version it was posted under. */
export interface EarnPolicy {
  version: number;
  creditMinutes(serviceMinutes: number): number;
}

/** Tianjin's first policy, in force everywhere until a city has its own: a minute served is a minute earned. */
export const minutesAsServed: EarnPolicy = {
  version: 1,
  creditMinutes: (serviceMinutes) => serviceMinutes,
};
