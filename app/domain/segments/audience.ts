/** One person a campaign may be prepared for. */
export interface AudienceMember {
  leadId: string;
  email: string;
  name: string;
  fields: Record<string, string>;
  addressHash: string;
}
