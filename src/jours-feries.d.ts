declare module '@socialgouv/jours-feries' {
  /** The public holidays of metropolitan France in a year, by name: midnights of the process's own time zone, or an hour off. */
  export default function joursFeries(year: number): Record<string, Date>;
}
