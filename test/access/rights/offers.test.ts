import { testOffers } from './offer-campaign.js';

testOffers(400);
