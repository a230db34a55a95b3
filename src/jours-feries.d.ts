declare module '@socialgouv/jours-feries' {
  /** The public holidays of metropolitan France in a year, by name. Each is midnight in the process's time zone, or one hour off. */
  export default function joursFeries(year: number): Record<string, Date>;
}
