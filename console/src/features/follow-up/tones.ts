/* The tones of the states of entries. */

export const objectiveTones = { OPEN: 'accent', REACHED: 'good', DROPPED: 'quiet' } as const;
export const barrierTones = { OPEN: 'warn', BEING_WORKED_ON: 'accent', RESOLVED: 'good' } as const;
export const appointmentTones = {
  PLANNED: 'accent',
  HONOURED: 'good',
  MISSED: 'warn',
  CANCELLED: 'quiet',
} as const;
