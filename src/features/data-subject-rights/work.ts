/** What it costs to make a person's file or access sheet: they read many tables, whatever is selected. */
export const workOfRights = { file: 1000, sheet: 500 } as const;
