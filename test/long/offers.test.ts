import { testOffers } from '../access/rights/offer-campaign.js';

testOffers(10_000);
