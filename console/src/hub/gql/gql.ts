/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  fragment AnswerTable_Analysis on Analysis {\n    definition\n    totalRows\n    columns {\n      key\n      label\n    }\n    rows {\n      keys\n      dimensions\n      measures\n      margins\n      states\n    }\n  }\n": typeof types.AnswerTable_AnalysisFragmentDoc,
    "\n  query Answer($input: AnalysisInput!) {\n    committee {\n      analysis(input: $input) {\n        release {\n          ...Provenance_Release\n        }\n        rows {\n          margins\n          states\n        }\n        ...AnswerTable_Analysis\n        ...WithPartners_Analysis\n      }\n    }\n  }\n": typeof types.AnswerDocument,
    "\n  query AnswerCsv($input: AnalysisInput!) {\n    committee {\n      analysis(input: $input) {\n        csv\n      }\n    }\n  }\n": typeof types.AnswerCsvDocument,
    "\n  mutation CloseYear($input: CloseYearInput!) {\n    closeYear(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.CloseYearDocument,
    "\n  fragment ClosedYears_Committee on Committee {\n    closedYears {\n      year\n      subject\n      revision\n      madeAt\n      reason\n    }\n  }\n": typeof types.ClosedYears_CommitteeFragmentDoc,
    "\n  mutation DeleteSavedAnalysis($input: DeleteSavedAnalysisInput!) {\n    deleteSavedAnalysis(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.DeleteSavedAnalysisDocument,
    "\n  fragment DueReleases_Committee on Committee {\n    dueReleases {\n      asOf\n    }\n  }\n": typeof types.DueReleases_CommitteeFragmentDoc,
    "\n  mutation MakeRelease($input: MakeReleaseInput!) {\n    makeRelease(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.MakeReleaseDocument,
    "\n  query IndicatorList($period: PeriodInput!, $release: Date) {\n    committee {\n      indicators(period: $period, release: $release) {\n        key\n        release {\n          ...Provenance_Release\n        }\n        ...IndicatorRow_Indicator\n        ...IndicatorsWithPartners_Indicator\n      }\n    }\n  }\n": typeof types.IndicatorListDocument,
    "\n  fragment IndicatorRow_Indicator on Indicator {\n    key\n    label\n    definition\n    definitionVersion\n    unit\n    value\n    margin\n    exact\n    state\n    published {\n      value\n      label\n      source\n    }\n    byPartner {\n      value\n      margin\n      exact\n      state\n      partner {\n        id\n        name\n      }\n    }\n  }\n": typeof types.IndicatorRow_IndicatorFragmentDoc,
    "\n  query IndicatorsCsv($period: PeriodInput!, $release: Date) {\n    committee {\n      indicatorsCsv(period: $period, release: $release)\n    }\n  }\n": typeof types.IndicatorsCsvDocument,
    "\n  fragment IndicatorsWithPartners_Indicator on Indicator {\n    key\n    label\n    unit\n    value\n    withPartners {\n      ...SumTable_Sum\n    }\n  }\n": typeof types.IndicatorsWithPartners_IndicatorFragmentDoc,
    "\n  fragment LoggedQuestion_CommitteeQuestion on CommitteeQuestion {\n    askedAt\n    partner {\n      name\n    }\n    member {\n      name\n    }\n    subject\n    measures\n    by\n    from\n    until\n    values {\n      dimension\n    }\n    rows\n    withheld\n    overlapping\n  }\n": typeof types.LoggedQuestion_CommitteeQuestionFragmentDoc,
    "\n  mutation ChooseProtection($input: ChooseProtectionInput!) {\n    chooseProtection(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.ChooseProtectionDocument,
    "\n  query Protection {\n    committeeProtection {\n      level\n      chosenAt\n    }\n  }\n": typeof types.ProtectionDocument,
    "\n  fragment Provenance_Release on Release {\n    asOf\n    madeAt\n    level\n    missing {\n      name\n    }\n  }\n": typeof types.Provenance_ReleaseFragmentDoc,
    "\n  query QuestionLog($overlapping: Boolean!, $after: String) {\n    committeeQuestions(overlapping: $overlapping, first: 50, after: $after) {\n      nodes {\n        id\n        ...LoggedQuestion_CommitteeQuestion\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.QuestionLogDocument,
    "\n  mutation ReviseYear($input: ReviseYearInput!) {\n    reviseYear(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.ReviseYearDocument,
    "\n  mutation SaveAnalysis($input: SaveAnalysisInput!) {\n    saveAnalysis(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.SaveAnalysisDocument,
    "\n  fragment SavedQuestion_SavedAnalysis on SavedAnalysis {\n    id\n    title\n    shared\n    viewerCan\n    owner {\n      name\n    }\n    subject\n    measures\n    by\n    period {\n      from\n      until\n    }\n    filter {\n      partner\n      district\n      values {\n        dimension\n        key\n      }\n    }\n  }\n": typeof types.SavedQuestion_SavedAnalysisFragmentDoc,
    "\n  mutation ShareAnalysis($input: ShareAnalysisInput!) {\n    shareAnalysis(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.ShareAnalysisDocument,
    "\n  query SavedQuestions {\n    savedAnalyses(first: 50) {\n      nodes {\n        id\n        ...SavedQuestion_SavedAnalysis\n      }\n    }\n  }\n": typeof types.SavedQuestionsDocument,
    "\n  fragment SumTable_Sum on ActivitySum {\n    value\n    margin\n    state\n    partners {\n      partner {\n        id\n        name\n      }\n      value\n      state\n    }\n  }\n": typeof types.SumTable_SumFragmentDoc,
    "\n  fragment WithPartners_Analysis on Analysis {\n    columns {\n      key\n      label\n    }\n    rows {\n      keys\n      dimensions\n      measures\n      withPartners {\n        ...SumTable_Sum\n      }\n    }\n  }\n": typeof types.WithPartners_AnalysisFragmentDoc,
    "\n  mutation CloseAppointment($input: CloseAppointmentInput!) {\n    closeAppointment(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.CloseAppointmentDocument,
    "\n  mutation RecordBarrier($input: RecordBarrierInput!) {\n    recordBarrier(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.RecordBarrierDocument,
    "\n  fragment Barriers_Beneficiary on Beneficiary {\n    id\n    viewerCan\n    barriers(first: 20) {\n      nodes {\n        id\n        theme\n        note\n        status\n        viewerCan\n        ...ChangeBarrierDialog_Barrier\n      }\n    }\n  }\n": typeof types.Barriers_BeneficiaryFragmentDoc,
    "\n  fragment ChangeBarrierDialog_Barrier on Barrier {\n    id\n    theme\n    status\n    note\n    version\n  }\n": typeof types.ChangeBarrierDialog_BarrierFragmentDoc,
    "\n  mutation ChangeBarrier($input: ChangeBarrierInput!) {\n    changeBarrier(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.ChangeBarrierDocument,
    "\n  mutation CloseObjective($input: CloseObjectiveInput!) {\n    closeObjective(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.CloseObjectiveDocument,
    "\n  mutation AddContact($input: AddContactInput!) {\n    addContact(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.AddContactDocument,
    "\n  fragment FollowUp_Beneficiary on Beneficiary {\n    access {\n      scope\n    }\n    ...Objectives_Beneficiary\n    ...Barriers_Beneficiary\n  }\n": typeof types.FollowUp_BeneficiaryFragmentDoc,
    "\n  mutation SetObjective($input: SetObjectiveInput!) {\n    setObjective(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.SetObjectiveDocument,
    "\n  fragment Objectives_Beneficiary on Beneficiary {\n    viewerCan\n    ...PathwayField_Beneficiary\n    objectives(first: 20) {\n      nodes {\n        id\n        text\n        status\n        dueOn\n        viewerCan\n      }\n    }\n  }\n": typeof types.Objectives_BeneficiaryFragmentDoc,
    "\n  fragment PathwayField_Beneficiary on Beneficiary {\n    possiblePathways: pathways(first: 20) {\n      nodes {\n        id\n        viewerCan\n        partner {\n          name\n        }\n      }\n    }\n  }\n": typeof types.PathwayField_BeneficiaryFragmentDoc,
    "\n  fragment MailPreferences_Viewer on Viewer {\n    can\n    mailTiming\n    mailLanguage\n  }\n": typeof types.MailPreferences_ViewerFragmentDoc,
    "\n  mutation ChooseMail($input: ChooseMailInput!) {\n    chooseMail(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.ChooseMailDocument,
    "\n  fragment NotificationLine_Notification on Notification {\n    kind\n    at\n    readAt\n    target {\n      __typename\n      ... on Referral {\n        id\n        reference\n        from {\n          name\n        }\n        to {\n          name\n        }\n      }\n      ... on UnansweredReferral {\n        reference\n        daysWaiting\n        from {\n          name\n        }\n        to {\n          name\n        }\n      }\n      ... on LinkRequest {\n        partner {\n          name\n        }\n        beneficiary {\n          id\n          firstName\n          lastName\n        }\n      }\n      ... on Sharing {\n        until\n        partner {\n          name\n        }\n        beneficiary {\n          id\n          firstName\n          lastName\n        }\n      }\n      ... on RetentionDue {\n        dueOn\n      }\n      ... on Lot {\n        number\n        name\n      }\n      ... on CommitteeQuestion {\n        overlapping\n        partner {\n          name\n        }\n      }\n      ... on Webhook {\n        address\n      }\n    }\n  }\n": typeof types.NotificationLine_NotificationFragmentDoc,
    "\n  mutation RecordSharingAgreement($input: RecordSharingAgreementInput!) {\n    recordSharingAgreement(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.RecordSharingAgreementDocument,
    "\n  query AgreementPartners {\n    partners(first: 100) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": typeof types.AgreementPartnersDocument,
    "\n  mutation ExtendSharing($input: ExtendSharingInput!) {\n    extendSharing(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.ExtendSharingDocument,
    "\n  fragment Identity_Beneficiary on Beneficiary {\n    id\n    viewerCan\n    birthDate\n    district\n    ownReference\n    referent {\n      name\n    }\n    access {\n      scope\n      until\n    }\n    contacts {\n      id\n      kind\n      value\n      preferred\n    }\n  }\n": typeof types.Identity_BeneficiaryFragmentDoc,
    "\n  mutation RequestLink($input: RequestLinkInput!) {\n    requestLink(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.RequestLinkDocument,
    "\n  mutation OpenPathway($input: OpenPathwayInput!) {\n    openPathway(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.OpenPathwayDocument,
    "\n  fragment Pathways_Beneficiary on Beneficiary {\n    id\n    viewerCan\n    access {\n      scope\n    }\n    pathways(first: 20) {\n      nodes {\n        id\n        objective\n        status\n        startedOn\n        closedOn\n        partner {\n          name\n        }\n      }\n    }\n  }\n": typeof types.Pathways_BeneficiaryFragmentDoc,
    "\n  query PersonList($filter: BeneficiaryFilter, $orderBy: BeneficiaryOrder, $after: String) {\n    beneficiaries(filter: $filter, orderBy: $orderBy, first: 30, after: $after) {\n      nodes {\n        id\n        ...PersonRow_Beneficiary\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.PersonListDocument,
    "\n  fragment PersonRow_Beneficiary on Beneficiary {\n    id\n    firstName\n    lastName\n    birthDate\n    district\n    referent {\n      name\n    }\n    lastContactOn\n    access {\n      scope\n      until\n    }\n  }\n": typeof types.PersonRow_BeneficiaryFragmentDoc,
    "\n  mutation SetOwnReference($input: SetOwnReferenceInput!) {\n    setOwnReference(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.SetOwnReferenceDocument,
    "\n  mutation RegisterBeneficiary($input: RegisterBeneficiaryInput!) {\n    registerBeneficiary(input: $input) {\n      beneficiary {\n        id\n      }\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.RegisterBeneficiaryDocument,
    "\n  fragment Sharings_Beneficiary on Beneficiary {\n    id\n    viewerCan\n    access {\n      scope\n    }\n    sharings {\n      id\n      viewerCan\n      scope\n      basis\n      since\n      until\n      partner {\n        id\n        name\n      }\n      grantedBy {\n        id\n        name\n      }\n    }\n  }\n": typeof types.Sharings_BeneficiaryFragmentDoc,
    "\n  mutation WithdrawSharing($input: WithdrawSharingInput!) {\n    withdrawSharing(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.WithdrawSharingDocument,
    "\n  mutation WithdrawFromPartner($input: WithdrawFromPartnerInput!) {\n    withdrawFromPartner(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.WithdrawFromPartnerDocument,
    "\n  mutation DraftReferral($input: DraftReferralInput!) {\n    draftReferral(input: $input) {\n      referral {\n        id\n        version\n      }\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.DraftReferralDocument,
    "\n  mutation ChangeReferralDraft($input: ChangeReferralDraftInput!) {\n    changeReferralDraft(input: $input) {\n      referral {\n        id\n        version\n      }\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.ChangeReferralDraftDocument,
    "\n  query DraftVersion($id: ID!) {\n    referral(id: $id) {\n      version\n      sentAt\n    }\n  }\n": typeof types.DraftVersionDocument,
    "\n  mutation SendReferralDraft($input: SendReferralDraftInput!) {\n    sendReferralDraft(input: $input) {\n      referral {\n        id\n      }\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.SendReferralDraftDocument,
    "\n  mutation ReferAgain($input: ReferAgainInput!) {\n    referAgain(input: $input) {\n      referral {\n        id\n      }\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.ReferAgainDocument,
    "\n  fragment ServiceCard_Service on Service {\n    id\n    name\n    status\n    capacity\n    capacityIsCurrent\n    referralObstacle\n    partner {\n      id\n      name\n    }\n    declinedReferrals(beneficiary: $person) {\n      totalCount\n    }\n  }\n": typeof types.ServiceCard_ServiceFragmentDoc,
    "\n  query ServiceList($person: ID!, $filter: ServiceFilter, $after: String) {\n    viewer {\n      partner {\n        id\n      }\n    }\n    services(filter: $filter, first: 30, after: $after) {\n      nodes {\n        ...ServiceCard_Service\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.ServiceListDocument,
    "\n  fragment ReferStart_Referral on Referral {\n    id\n    version\n    status\n    viewerCan\n    purpose\n    priority\n    scope\n    to {\n      id\n      name\n    }\n    service {\n      id\n      name\n    }\n  }\n": typeof types.ReferStart_ReferralFragmentDoc,
    "\n  mutation AcceptReferral($input: AcceptReferralInput!) {\n    acceptReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.AcceptReferralDocument,
    "\n  mutation DeclineReferral($input: DeclineReferralInput!) {\n    declineReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.DeclineReferralDocument,
    "\n  mutation CancelReferral($input: CancelReferralInput!) {\n    cancelReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.CancelReferralDocument,
    "\n  mutation CompleteReferral($input: CompleteReferralInput!) {\n    completeReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.CompleteReferralDocument,
    "\n  mutation EnterReferralInError($input: EnterReferralInErrorInput!) {\n    enterReferralInError(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.EnterReferralInErrorDocument,
    "\n  mutation HoldReferral($input: HoldReferralInput!) {\n    holdReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.HoldReferralDocument,
    "\n  mutation ReplyToReferral($input: ReplyToReferralInput!) {\n    replyToReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.ReplyToReferralDocument,
    "\n  mutation RequestReferralInfo($input: RequestReferralInfoInput!) {\n    requestReferralInfo(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.RequestReferralInfoDocument,
    "\n  mutation ResumeReferral($input: ResumeReferralInput!) {\n    resumeReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.ResumeReferralDocument,
    "\n  mutation ReviewReferral($input: ReviewReferralInput!) {\n    reviewReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.ReviewReferralDocument,
    "\n  mutation StartReferral($input: StartReferralInput!) {\n    startReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.StartReferralDocument,
    "\n  mutation WaitlistReferral($input: WaitlistReferralInput!) {\n    waitlistReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.WaitlistReferralDocument,
    "\n  fragment ReferralActions_Referral on Referral {\n    id\n    version\n    viewerCan\n    opens\n    opensUntil\n    status\n    beneficiary {\n      id\n    }\n  }\n": typeof types.ReferralActions_ReferralFragmentDoc,
    "\n  fragment ReferralAssignment_Referral on Referral {\n    id\n    viewerCanAlso\n    to {\n      id\n    }\n    assignee {\n      id\n      name\n    }\n  }\n": typeof types.ReferralAssignment_ReferralFragmentDoc,
    "\n  fragment ReferralAssignment_Member on Member {\n    id\n    name\n    role\n    partner {\n      id\n    }\n  }\n": typeof types.ReferralAssignment_MemberFragmentDoc,
    "\n  mutation AssignReferral($input: AssignReferralInput!) {\n    assignReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.AssignReferralDocument,
    "\n  fragment ReferralHistory_Referral on Referral {\n    transitions {\n      from\n      to\n      at\n      reason\n      by {\n        name\n      }\n      member {\n        name\n      }\n    }\n  }\n": typeof types.ReferralHistory_ReferralFragmentDoc,
    "\n  fragment ReferralLine_Referral on Referral {\n    id\n    status\n    priority\n    sentAt\n    answerDueAt\n    from {\n      id\n      name\n    }\n    to {\n      id\n      name\n    }\n    service {\n      name\n    }\n    beneficiary {\n      firstName\n      lastName\n    }\n    assignee {\n      name\n    }\n  }\n": typeof types.ReferralLine_ReferralFragmentDoc,
    "\n  query ReferralList($box: ReferralBox!, $filter: ReferralFilter, $after: String) {\n    referrals(box: $box, filter: $filter, first: 30, after: $after) {\n      nodes {\n        id\n        ...ReferralLine_Referral\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.ReferralListDocument,
    "\n  fragment ReferralMessages_Referral on Referral {\n    id\n    sentAt\n    viewerCanAlso\n    messages(last: 50) {\n      nodes {\n        id\n        at\n        text\n        by {\n          name\n        }\n        author {\n          name\n        }\n      }\n    }\n  }\n": typeof types.ReferralMessages_ReferralFragmentDoc,
    "\n  mutation SendReferralMessage($input: SendReferralMessageInput!) {\n    sendReferralMessage(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.SendReferralMessageDocument,
    "\n  query ReferralView($id: ID!) {\n    referral(id: $id) {\n      id\n      ...ReferralSummary_Referral\n      ...ReferralActions_Referral\n      ...ReferralAssignment_Referral\n      ...ReferralMessages_Referral\n      ...ReferralHistory_Referral\n    }\n    members(first: 100) {\n      nodes {\n        id\n        ...ReferralAssignment_Member\n      }\n    }\n  }\n": typeof types.ReferralViewDocument,
    "\n  fragment ReferralSummary_Referral on Referral {\n    viewerCan\n    reference\n    status\n    priority\n    purpose\n    sentAt\n    answerDueAt\n    expiresAt\n    waitingSince\n    from {\n      name\n    }\n    to {\n      name\n    }\n    service {\n      name\n    }\n    beneficiary {\n      id\n      firstName\n      lastName\n      birthDate\n    }\n  }\n": typeof types.ReferralSummary_ReferralFragmentDoc,
    "\n  query OwnServices {\n    viewer {\n      partner {\n        services(first: 100) {\n          nodes {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n": typeof types.OwnServicesDocument,
    "\n  fragment AccountMenu_Viewer on Viewer {\n    role\n    member {\n      name\n    }\n    partner {\n      name\n    }\n    memberships {\n      id\n    }\n  }\n": typeof types.AccountMenu_ViewerFragmentDoc,
    "\n  query Shell($readsFiles: Boolean!) {\n    viewer {\n      can\n      unreadNotifications\n      ...AccountMenu_Viewer\n    }\n    toAnswer: referrals(box: INBOX, filter: { status: [REQUESTED, IN_REVIEW] }) @include(if: $readsFiles) {\n      countUpTo(limit: 100)\n    }\n  }\n": typeof types.ShellDocument,
    "\n  fragment AddEntry_Beneficiary on Beneficiary {\n    id\n    viewerCan\n    ...PathwayField_Beneficiary\n  }\n": typeof types.AddEntry_BeneficiaryFragmentDoc,
    "\n  mutation PlanAppointment($input: PlanAppointmentInput!) {\n    planAppointment(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.PlanAppointmentDocument,
    "\n  mutation WriteNote($input: WriteNoteInput!) {\n    writeNote(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.WriteNoteDocument,
    "\n  mutation AddStep($input: AddStepInput!) {\n    addStep(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.AddStepDocument,
    "\n  fragment TimelineEntry_TimelineEntry on TimelineEntry {\n    id\n    at\n    dayOnly\n    kind\n    partner {\n      name\n    }\n    item {\n      __typename\n      ... on Appointment {\n        id\n        subject\n        startsAt: at\n        place\n        viewerCan\n        appointmentStatus: status\n        author {\n          name\n        }\n      }\n      ... on Attendance {\n        forum {\n          name\n        }\n        exhibitor {\n          name\n        }\n      }\n      ... on Barrier {\n        theme\n        note\n        barrierStatus: status\n        author {\n          name\n        }\n      }\n      ... on ClauseContract {\n        startsOn\n        endsOn\n        company {\n          name\n        }\n      }\n      ... on Note {\n        text\n        visibility\n        author {\n          name\n        }\n      }\n      ... on Objective {\n        text\n        dueOn\n        objectiveStatus: status\n        author {\n          name\n        }\n      }\n      ... on Outcome {\n        situation\n      }\n      ... on Pathway {\n        objective\n      }\n      ... on Referral {\n        id\n        referralStatus: status\n        from {\n          name\n        }\n        to {\n          name\n        }\n        service {\n          name\n        }\n      }\n      ... on Sharing {\n        scope\n        sharedWith: partner {\n          name\n        }\n      }\n      ... on Step {\n        title\n        visibility\n        stepKind: kind\n      }\n    }\n  }\n": typeof types.TimelineEntry_TimelineEntryFragmentDoc,
    "\n  fragment Timeline_TimelineConnection on TimelineConnection {\n    nodes {\n      id\n      at\n      ...TimelineEntry_TimelineEntry\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n": typeof types.Timeline_TimelineConnectionFragmentDoc,
    "\n  query TimelinePage($id: ID!, $kinds: [TimelineKind!], $after: String) {\n    beneficiary(id: $id) {\n      timeline(kinds: $kinds, first: 20, after: $after) {\n        ...Timeline_TimelineConnection\n      }\n    }\n  }\n": typeof types.TimelinePageDocument,
    "\n  fragment Refusal_UserError on UserError {\n    code\n    message\n    path\n    passages {\n      start\n      length\n    }\n  }\n": typeof types.Refusal_UserErrorFragmentDoc,
    "\n  query Figures {\n    committee {\n      releases {\n        asOf\n        level\n      }\n      analysisOptions {\n        subjects {\n          consolidationDays\n        }\n      }\n      closedYears {\n        year\n      }\n    }\n  }\n": typeof types.FiguresDocument,
    "\n  query Notifications($unreadOnly: Boolean!) {\n    viewer {\n      notifications(first: 100, unreadOnly: $unreadOnly) {\n        nodes {\n          id\n          ...NotificationLine_Notification\n        }\n      }\n    }\n  }\n": typeof types.NotificationsDocument,
    "\n  mutation MarkNotificationsRead($input: MarkNotificationsReadInput!) {\n    markNotificationsRead(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": typeof types.MarkNotificationsReadDocument,
    "\n  query Person($id: ID!, $kinds: [TimelineKind!]) {\n    viewer {\n      partner {\n        id\n      }\n    }\n    beneficiary(id: $id) {\n      id\n      firstName\n      lastName\n      viewerCan\n      ...Identity_Beneficiary\n      ...Sharings_Beneficiary\n      ...Pathways_Beneficiary\n      ...FollowUp_Beneficiary\n      ...AddEntry_Beneficiary\n      timeline(kinds: $kinds, first: 20) {\n        ...Timeline_TimelineConnection\n      }\n    }\n  }\n": typeof types.PersonDocument,
    "\n  query Preferences {\n    viewer {\n      ...MailPreferences_Viewer\n    }\n  }\n": typeof types.PreferencesDocument,
    "\n  query Questions {\n    committee {\n      releases {\n        asOf\n      }\n      analysisOptions {\n        subjects {\n          subject\n          definition\n          measures {\n            measure\n            label\n            spans {\n              span\n              splits\n            }\n          }\n          dimensions {\n            dimension\n            label\n            values {\n              key\n              label\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.QuestionsDocument,
    "\n  query Refer($person: ID!, $referral: ID!, $isGiven: Boolean!) {\n    viewer {\n      member {\n        id\n      }\n    }\n    beneficiary(id: $person) {\n      id\n      firstName\n      lastName\n      viewerCan\n      drafts: referrals(filter: { status: [DRAFT] }, first: 10) {\n        nodes {\n          transitions {\n            member {\n              id\n            }\n          }\n          ...ReferStart_Referral\n        }\n      }\n    }\n    given: referral(id: $referral) @include(if: $isGiven) {\n      beneficiary {\n        id\n      }\n      ...ReferStart_Referral\n    }\n  }\n": typeof types.ReferDocument,
    "\n  query Releases {\n    committeeProtection {\n      level\n    }\n    committee {\n      releases {\n        asOf\n        ...Provenance_Release\n      }\n      ...DueReleases_Committee\n      ...ClosedYears_Committee\n    }\n  }\n": typeof types.ReleasesDocument,
};
const documents: Documents = {
    "\n  fragment AnswerTable_Analysis on Analysis {\n    definition\n    totalRows\n    columns {\n      key\n      label\n    }\n    rows {\n      keys\n      dimensions\n      measures\n      margins\n      states\n    }\n  }\n": types.AnswerTable_AnalysisFragmentDoc,
    "\n  query Answer($input: AnalysisInput!) {\n    committee {\n      analysis(input: $input) {\n        release {\n          ...Provenance_Release\n        }\n        rows {\n          margins\n          states\n        }\n        ...AnswerTable_Analysis\n        ...WithPartners_Analysis\n      }\n    }\n  }\n": types.AnswerDocument,
    "\n  query AnswerCsv($input: AnalysisInput!) {\n    committee {\n      analysis(input: $input) {\n        csv\n      }\n    }\n  }\n": types.AnswerCsvDocument,
    "\n  mutation CloseYear($input: CloseYearInput!) {\n    closeYear(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.CloseYearDocument,
    "\n  fragment ClosedYears_Committee on Committee {\n    closedYears {\n      year\n      subject\n      revision\n      madeAt\n      reason\n    }\n  }\n": types.ClosedYears_CommitteeFragmentDoc,
    "\n  mutation DeleteSavedAnalysis($input: DeleteSavedAnalysisInput!) {\n    deleteSavedAnalysis(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.DeleteSavedAnalysisDocument,
    "\n  fragment DueReleases_Committee on Committee {\n    dueReleases {\n      asOf\n    }\n  }\n": types.DueReleases_CommitteeFragmentDoc,
    "\n  mutation MakeRelease($input: MakeReleaseInput!) {\n    makeRelease(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.MakeReleaseDocument,
    "\n  query IndicatorList($period: PeriodInput!, $release: Date) {\n    committee {\n      indicators(period: $period, release: $release) {\n        key\n        release {\n          ...Provenance_Release\n        }\n        ...IndicatorRow_Indicator\n        ...IndicatorsWithPartners_Indicator\n      }\n    }\n  }\n": types.IndicatorListDocument,
    "\n  fragment IndicatorRow_Indicator on Indicator {\n    key\n    label\n    definition\n    definitionVersion\n    unit\n    value\n    margin\n    exact\n    state\n    published {\n      value\n      label\n      source\n    }\n    byPartner {\n      value\n      margin\n      exact\n      state\n      partner {\n        id\n        name\n      }\n    }\n  }\n": types.IndicatorRow_IndicatorFragmentDoc,
    "\n  query IndicatorsCsv($period: PeriodInput!, $release: Date) {\n    committee {\n      indicatorsCsv(period: $period, release: $release)\n    }\n  }\n": types.IndicatorsCsvDocument,
    "\n  fragment IndicatorsWithPartners_Indicator on Indicator {\n    key\n    label\n    unit\n    value\n    withPartners {\n      ...SumTable_Sum\n    }\n  }\n": types.IndicatorsWithPartners_IndicatorFragmentDoc,
    "\n  fragment LoggedQuestion_CommitteeQuestion on CommitteeQuestion {\n    askedAt\n    partner {\n      name\n    }\n    member {\n      name\n    }\n    subject\n    measures\n    by\n    from\n    until\n    values {\n      dimension\n    }\n    rows\n    withheld\n    overlapping\n  }\n": types.LoggedQuestion_CommitteeQuestionFragmentDoc,
    "\n  mutation ChooseProtection($input: ChooseProtectionInput!) {\n    chooseProtection(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.ChooseProtectionDocument,
    "\n  query Protection {\n    committeeProtection {\n      level\n      chosenAt\n    }\n  }\n": types.ProtectionDocument,
    "\n  fragment Provenance_Release on Release {\n    asOf\n    madeAt\n    level\n    missing {\n      name\n    }\n  }\n": types.Provenance_ReleaseFragmentDoc,
    "\n  query QuestionLog($overlapping: Boolean!, $after: String) {\n    committeeQuestions(overlapping: $overlapping, first: 50, after: $after) {\n      nodes {\n        id\n        ...LoggedQuestion_CommitteeQuestion\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.QuestionLogDocument,
    "\n  mutation ReviseYear($input: ReviseYearInput!) {\n    reviseYear(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.ReviseYearDocument,
    "\n  mutation SaveAnalysis($input: SaveAnalysisInput!) {\n    saveAnalysis(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.SaveAnalysisDocument,
    "\n  fragment SavedQuestion_SavedAnalysis on SavedAnalysis {\n    id\n    title\n    shared\n    viewerCan\n    owner {\n      name\n    }\n    subject\n    measures\n    by\n    period {\n      from\n      until\n    }\n    filter {\n      partner\n      district\n      values {\n        dimension\n        key\n      }\n    }\n  }\n": types.SavedQuestion_SavedAnalysisFragmentDoc,
    "\n  mutation ShareAnalysis($input: ShareAnalysisInput!) {\n    shareAnalysis(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.ShareAnalysisDocument,
    "\n  query SavedQuestions {\n    savedAnalyses(first: 50) {\n      nodes {\n        id\n        ...SavedQuestion_SavedAnalysis\n      }\n    }\n  }\n": types.SavedQuestionsDocument,
    "\n  fragment SumTable_Sum on ActivitySum {\n    value\n    margin\n    state\n    partners {\n      partner {\n        id\n        name\n      }\n      value\n      state\n    }\n  }\n": types.SumTable_SumFragmentDoc,
    "\n  fragment WithPartners_Analysis on Analysis {\n    columns {\n      key\n      label\n    }\n    rows {\n      keys\n      dimensions\n      measures\n      withPartners {\n        ...SumTable_Sum\n      }\n    }\n  }\n": types.WithPartners_AnalysisFragmentDoc,
    "\n  mutation CloseAppointment($input: CloseAppointmentInput!) {\n    closeAppointment(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.CloseAppointmentDocument,
    "\n  mutation RecordBarrier($input: RecordBarrierInput!) {\n    recordBarrier(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.RecordBarrierDocument,
    "\n  fragment Barriers_Beneficiary on Beneficiary {\n    id\n    viewerCan\n    barriers(first: 20) {\n      nodes {\n        id\n        theme\n        note\n        status\n        viewerCan\n        ...ChangeBarrierDialog_Barrier\n      }\n    }\n  }\n": types.Barriers_BeneficiaryFragmentDoc,
    "\n  fragment ChangeBarrierDialog_Barrier on Barrier {\n    id\n    theme\n    status\n    note\n    version\n  }\n": types.ChangeBarrierDialog_BarrierFragmentDoc,
    "\n  mutation ChangeBarrier($input: ChangeBarrierInput!) {\n    changeBarrier(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.ChangeBarrierDocument,
    "\n  mutation CloseObjective($input: CloseObjectiveInput!) {\n    closeObjective(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.CloseObjectiveDocument,
    "\n  mutation AddContact($input: AddContactInput!) {\n    addContact(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.AddContactDocument,
    "\n  fragment FollowUp_Beneficiary on Beneficiary {\n    access {\n      scope\n    }\n    ...Objectives_Beneficiary\n    ...Barriers_Beneficiary\n  }\n": types.FollowUp_BeneficiaryFragmentDoc,
    "\n  mutation SetObjective($input: SetObjectiveInput!) {\n    setObjective(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.SetObjectiveDocument,
    "\n  fragment Objectives_Beneficiary on Beneficiary {\n    viewerCan\n    ...PathwayField_Beneficiary\n    objectives(first: 20) {\n      nodes {\n        id\n        text\n        status\n        dueOn\n        viewerCan\n      }\n    }\n  }\n": types.Objectives_BeneficiaryFragmentDoc,
    "\n  fragment PathwayField_Beneficiary on Beneficiary {\n    possiblePathways: pathways(first: 20) {\n      nodes {\n        id\n        viewerCan\n        partner {\n          name\n        }\n      }\n    }\n  }\n": types.PathwayField_BeneficiaryFragmentDoc,
    "\n  fragment MailPreferences_Viewer on Viewer {\n    can\n    mailTiming\n    mailLanguage\n  }\n": types.MailPreferences_ViewerFragmentDoc,
    "\n  mutation ChooseMail($input: ChooseMailInput!) {\n    chooseMail(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.ChooseMailDocument,
    "\n  fragment NotificationLine_Notification on Notification {\n    kind\n    at\n    readAt\n    target {\n      __typename\n      ... on Referral {\n        id\n        reference\n        from {\n          name\n        }\n        to {\n          name\n        }\n      }\n      ... on UnansweredReferral {\n        reference\n        daysWaiting\n        from {\n          name\n        }\n        to {\n          name\n        }\n      }\n      ... on LinkRequest {\n        partner {\n          name\n        }\n        beneficiary {\n          id\n          firstName\n          lastName\n        }\n      }\n      ... on Sharing {\n        until\n        partner {\n          name\n        }\n        beneficiary {\n          id\n          firstName\n          lastName\n        }\n      }\n      ... on RetentionDue {\n        dueOn\n      }\n      ... on Lot {\n        number\n        name\n      }\n      ... on CommitteeQuestion {\n        overlapping\n        partner {\n          name\n        }\n      }\n      ... on Webhook {\n        address\n      }\n    }\n  }\n": types.NotificationLine_NotificationFragmentDoc,
    "\n  mutation RecordSharingAgreement($input: RecordSharingAgreementInput!) {\n    recordSharingAgreement(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.RecordSharingAgreementDocument,
    "\n  query AgreementPartners {\n    partners(first: 100) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n": types.AgreementPartnersDocument,
    "\n  mutation ExtendSharing($input: ExtendSharingInput!) {\n    extendSharing(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.ExtendSharingDocument,
    "\n  fragment Identity_Beneficiary on Beneficiary {\n    id\n    viewerCan\n    birthDate\n    district\n    ownReference\n    referent {\n      name\n    }\n    access {\n      scope\n      until\n    }\n    contacts {\n      id\n      kind\n      value\n      preferred\n    }\n  }\n": types.Identity_BeneficiaryFragmentDoc,
    "\n  mutation RequestLink($input: RequestLinkInput!) {\n    requestLink(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.RequestLinkDocument,
    "\n  mutation OpenPathway($input: OpenPathwayInput!) {\n    openPathway(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.OpenPathwayDocument,
    "\n  fragment Pathways_Beneficiary on Beneficiary {\n    id\n    viewerCan\n    access {\n      scope\n    }\n    pathways(first: 20) {\n      nodes {\n        id\n        objective\n        status\n        startedOn\n        closedOn\n        partner {\n          name\n        }\n      }\n    }\n  }\n": types.Pathways_BeneficiaryFragmentDoc,
    "\n  query PersonList($filter: BeneficiaryFilter, $orderBy: BeneficiaryOrder, $after: String) {\n    beneficiaries(filter: $filter, orderBy: $orderBy, first: 30, after: $after) {\n      nodes {\n        id\n        ...PersonRow_Beneficiary\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.PersonListDocument,
    "\n  fragment PersonRow_Beneficiary on Beneficiary {\n    id\n    firstName\n    lastName\n    birthDate\n    district\n    referent {\n      name\n    }\n    lastContactOn\n    access {\n      scope\n      until\n    }\n  }\n": types.PersonRow_BeneficiaryFragmentDoc,
    "\n  mutation SetOwnReference($input: SetOwnReferenceInput!) {\n    setOwnReference(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.SetOwnReferenceDocument,
    "\n  mutation RegisterBeneficiary($input: RegisterBeneficiaryInput!) {\n    registerBeneficiary(input: $input) {\n      beneficiary {\n        id\n      }\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.RegisterBeneficiaryDocument,
    "\n  fragment Sharings_Beneficiary on Beneficiary {\n    id\n    viewerCan\n    access {\n      scope\n    }\n    sharings {\n      id\n      viewerCan\n      scope\n      basis\n      since\n      until\n      partner {\n        id\n        name\n      }\n      grantedBy {\n        id\n        name\n      }\n    }\n  }\n": types.Sharings_BeneficiaryFragmentDoc,
    "\n  mutation WithdrawSharing($input: WithdrawSharingInput!) {\n    withdrawSharing(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.WithdrawSharingDocument,
    "\n  mutation WithdrawFromPartner($input: WithdrawFromPartnerInput!) {\n    withdrawFromPartner(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.WithdrawFromPartnerDocument,
    "\n  mutation DraftReferral($input: DraftReferralInput!) {\n    draftReferral(input: $input) {\n      referral {\n        id\n        version\n      }\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.DraftReferralDocument,
    "\n  mutation ChangeReferralDraft($input: ChangeReferralDraftInput!) {\n    changeReferralDraft(input: $input) {\n      referral {\n        id\n        version\n      }\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.ChangeReferralDraftDocument,
    "\n  query DraftVersion($id: ID!) {\n    referral(id: $id) {\n      version\n      sentAt\n    }\n  }\n": types.DraftVersionDocument,
    "\n  mutation SendReferralDraft($input: SendReferralDraftInput!) {\n    sendReferralDraft(input: $input) {\n      referral {\n        id\n      }\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.SendReferralDraftDocument,
    "\n  mutation ReferAgain($input: ReferAgainInput!) {\n    referAgain(input: $input) {\n      referral {\n        id\n      }\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.ReferAgainDocument,
    "\n  fragment ServiceCard_Service on Service {\n    id\n    name\n    status\n    capacity\n    capacityIsCurrent\n    referralObstacle\n    partner {\n      id\n      name\n    }\n    declinedReferrals(beneficiary: $person) {\n      totalCount\n    }\n  }\n": types.ServiceCard_ServiceFragmentDoc,
    "\n  query ServiceList($person: ID!, $filter: ServiceFilter, $after: String) {\n    viewer {\n      partner {\n        id\n      }\n    }\n    services(filter: $filter, first: 30, after: $after) {\n      nodes {\n        ...ServiceCard_Service\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.ServiceListDocument,
    "\n  fragment ReferStart_Referral on Referral {\n    id\n    version\n    status\n    viewerCan\n    purpose\n    priority\n    scope\n    to {\n      id\n      name\n    }\n    service {\n      id\n      name\n    }\n  }\n": types.ReferStart_ReferralFragmentDoc,
    "\n  mutation AcceptReferral($input: AcceptReferralInput!) {\n    acceptReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.AcceptReferralDocument,
    "\n  mutation DeclineReferral($input: DeclineReferralInput!) {\n    declineReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.DeclineReferralDocument,
    "\n  mutation CancelReferral($input: CancelReferralInput!) {\n    cancelReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.CancelReferralDocument,
    "\n  mutation CompleteReferral($input: CompleteReferralInput!) {\n    completeReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.CompleteReferralDocument,
    "\n  mutation EnterReferralInError($input: EnterReferralInErrorInput!) {\n    enterReferralInError(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.EnterReferralInErrorDocument,
    "\n  mutation HoldReferral($input: HoldReferralInput!) {\n    holdReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.HoldReferralDocument,
    "\n  mutation ReplyToReferral($input: ReplyToReferralInput!) {\n    replyToReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.ReplyToReferralDocument,
    "\n  mutation RequestReferralInfo($input: RequestReferralInfoInput!) {\n    requestReferralInfo(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.RequestReferralInfoDocument,
    "\n  mutation ResumeReferral($input: ResumeReferralInput!) {\n    resumeReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.ResumeReferralDocument,
    "\n  mutation ReviewReferral($input: ReviewReferralInput!) {\n    reviewReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.ReviewReferralDocument,
    "\n  mutation StartReferral($input: StartReferralInput!) {\n    startReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.StartReferralDocument,
    "\n  mutation WaitlistReferral($input: WaitlistReferralInput!) {\n    waitlistReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.WaitlistReferralDocument,
    "\n  fragment ReferralActions_Referral on Referral {\n    id\n    version\n    viewerCan\n    opens\n    opensUntil\n    status\n    beneficiary {\n      id\n    }\n  }\n": types.ReferralActions_ReferralFragmentDoc,
    "\n  fragment ReferralAssignment_Referral on Referral {\n    id\n    viewerCanAlso\n    to {\n      id\n    }\n    assignee {\n      id\n      name\n    }\n  }\n": types.ReferralAssignment_ReferralFragmentDoc,
    "\n  fragment ReferralAssignment_Member on Member {\n    id\n    name\n    role\n    partner {\n      id\n    }\n  }\n": types.ReferralAssignment_MemberFragmentDoc,
    "\n  mutation AssignReferral($input: AssignReferralInput!) {\n    assignReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.AssignReferralDocument,
    "\n  fragment ReferralHistory_Referral on Referral {\n    transitions {\n      from\n      to\n      at\n      reason\n      by {\n        name\n      }\n      member {\n        name\n      }\n    }\n  }\n": types.ReferralHistory_ReferralFragmentDoc,
    "\n  fragment ReferralLine_Referral on Referral {\n    id\n    status\n    priority\n    sentAt\n    answerDueAt\n    from {\n      id\n      name\n    }\n    to {\n      id\n      name\n    }\n    service {\n      name\n    }\n    beneficiary {\n      firstName\n      lastName\n    }\n    assignee {\n      name\n    }\n  }\n": types.ReferralLine_ReferralFragmentDoc,
    "\n  query ReferralList($box: ReferralBox!, $filter: ReferralFilter, $after: String) {\n    referrals(box: $box, filter: $filter, first: 30, after: $after) {\n      nodes {\n        id\n        ...ReferralLine_Referral\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.ReferralListDocument,
    "\n  fragment ReferralMessages_Referral on Referral {\n    id\n    sentAt\n    viewerCanAlso\n    messages(last: 50) {\n      nodes {\n        id\n        at\n        text\n        by {\n          name\n        }\n        author {\n          name\n        }\n      }\n    }\n  }\n": types.ReferralMessages_ReferralFragmentDoc,
    "\n  mutation SendReferralMessage($input: SendReferralMessageInput!) {\n    sendReferralMessage(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.SendReferralMessageDocument,
    "\n  query ReferralView($id: ID!) {\n    referral(id: $id) {\n      id\n      ...ReferralSummary_Referral\n      ...ReferralActions_Referral\n      ...ReferralAssignment_Referral\n      ...ReferralMessages_Referral\n      ...ReferralHistory_Referral\n    }\n    members(first: 100) {\n      nodes {\n        id\n        ...ReferralAssignment_Member\n      }\n    }\n  }\n": types.ReferralViewDocument,
    "\n  fragment ReferralSummary_Referral on Referral {\n    viewerCan\n    reference\n    status\n    priority\n    purpose\n    sentAt\n    answerDueAt\n    expiresAt\n    waitingSince\n    from {\n      name\n    }\n    to {\n      name\n    }\n    service {\n      name\n    }\n    beneficiary {\n      id\n      firstName\n      lastName\n      birthDate\n    }\n  }\n": types.ReferralSummary_ReferralFragmentDoc,
    "\n  query OwnServices {\n    viewer {\n      partner {\n        services(first: 100) {\n          nodes {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n": types.OwnServicesDocument,
    "\n  fragment AccountMenu_Viewer on Viewer {\n    role\n    member {\n      name\n    }\n    partner {\n      name\n    }\n    memberships {\n      id\n    }\n  }\n": types.AccountMenu_ViewerFragmentDoc,
    "\n  query Shell($readsFiles: Boolean!) {\n    viewer {\n      can\n      unreadNotifications\n      ...AccountMenu_Viewer\n    }\n    toAnswer: referrals(box: INBOX, filter: { status: [REQUESTED, IN_REVIEW] }) @include(if: $readsFiles) {\n      countUpTo(limit: 100)\n    }\n  }\n": types.ShellDocument,
    "\n  fragment AddEntry_Beneficiary on Beneficiary {\n    id\n    viewerCan\n    ...PathwayField_Beneficiary\n  }\n": types.AddEntry_BeneficiaryFragmentDoc,
    "\n  mutation PlanAppointment($input: PlanAppointmentInput!) {\n    planAppointment(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.PlanAppointmentDocument,
    "\n  mutation WriteNote($input: WriteNoteInput!) {\n    writeNote(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.WriteNoteDocument,
    "\n  mutation AddStep($input: AddStepInput!) {\n    addStep(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.AddStepDocument,
    "\n  fragment TimelineEntry_TimelineEntry on TimelineEntry {\n    id\n    at\n    dayOnly\n    kind\n    partner {\n      name\n    }\n    item {\n      __typename\n      ... on Appointment {\n        id\n        subject\n        startsAt: at\n        place\n        viewerCan\n        appointmentStatus: status\n        author {\n          name\n        }\n      }\n      ... on Attendance {\n        forum {\n          name\n        }\n        exhibitor {\n          name\n        }\n      }\n      ... on Barrier {\n        theme\n        note\n        barrierStatus: status\n        author {\n          name\n        }\n      }\n      ... on ClauseContract {\n        startsOn\n        endsOn\n        company {\n          name\n        }\n      }\n      ... on Note {\n        text\n        visibility\n        author {\n          name\n        }\n      }\n      ... on Objective {\n        text\n        dueOn\n        objectiveStatus: status\n        author {\n          name\n        }\n      }\n      ... on Outcome {\n        situation\n      }\n      ... on Pathway {\n        objective\n      }\n      ... on Referral {\n        id\n        referralStatus: status\n        from {\n          name\n        }\n        to {\n          name\n        }\n        service {\n          name\n        }\n      }\n      ... on Sharing {\n        scope\n        sharedWith: partner {\n          name\n        }\n      }\n      ... on Step {\n        title\n        visibility\n        stepKind: kind\n      }\n    }\n  }\n": types.TimelineEntry_TimelineEntryFragmentDoc,
    "\n  fragment Timeline_TimelineConnection on TimelineConnection {\n    nodes {\n      id\n      at\n      ...TimelineEntry_TimelineEntry\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n": types.Timeline_TimelineConnectionFragmentDoc,
    "\n  query TimelinePage($id: ID!, $kinds: [TimelineKind!], $after: String) {\n    beneficiary(id: $id) {\n      timeline(kinds: $kinds, first: 20, after: $after) {\n        ...Timeline_TimelineConnection\n      }\n    }\n  }\n": types.TimelinePageDocument,
    "\n  fragment Refusal_UserError on UserError {\n    code\n    message\n    path\n    passages {\n      start\n      length\n    }\n  }\n": types.Refusal_UserErrorFragmentDoc,
    "\n  query Figures {\n    committee {\n      releases {\n        asOf\n        level\n      }\n      analysisOptions {\n        subjects {\n          consolidationDays\n        }\n      }\n      closedYears {\n        year\n      }\n    }\n  }\n": types.FiguresDocument,
    "\n  query Notifications($unreadOnly: Boolean!) {\n    viewer {\n      notifications(first: 100, unreadOnly: $unreadOnly) {\n        nodes {\n          id\n          ...NotificationLine_Notification\n        }\n      }\n    }\n  }\n": types.NotificationsDocument,
    "\n  mutation MarkNotificationsRead($input: MarkNotificationsReadInput!) {\n    markNotificationsRead(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n": types.MarkNotificationsReadDocument,
    "\n  query Person($id: ID!, $kinds: [TimelineKind!]) {\n    viewer {\n      partner {\n        id\n      }\n    }\n    beneficiary(id: $id) {\n      id\n      firstName\n      lastName\n      viewerCan\n      ...Identity_Beneficiary\n      ...Sharings_Beneficiary\n      ...Pathways_Beneficiary\n      ...FollowUp_Beneficiary\n      ...AddEntry_Beneficiary\n      timeline(kinds: $kinds, first: 20) {\n        ...Timeline_TimelineConnection\n      }\n    }\n  }\n": types.PersonDocument,
    "\n  query Preferences {\n    viewer {\n      ...MailPreferences_Viewer\n    }\n  }\n": types.PreferencesDocument,
    "\n  query Questions {\n    committee {\n      releases {\n        asOf\n      }\n      analysisOptions {\n        subjects {\n          subject\n          definition\n          measures {\n            measure\n            label\n            spans {\n              span\n              splits\n            }\n          }\n          dimensions {\n            dimension\n            label\n            values {\n              key\n              label\n            }\n          }\n        }\n      }\n    }\n  }\n": types.QuestionsDocument,
    "\n  query Refer($person: ID!, $referral: ID!, $isGiven: Boolean!) {\n    viewer {\n      member {\n        id\n      }\n    }\n    beneficiary(id: $person) {\n      id\n      firstName\n      lastName\n      viewerCan\n      drafts: referrals(filter: { status: [DRAFT] }, first: 10) {\n        nodes {\n          transitions {\n            member {\n              id\n            }\n          }\n          ...ReferStart_Referral\n        }\n      }\n    }\n    given: referral(id: $referral) @include(if: $isGiven) {\n      beneficiary {\n        id\n      }\n      ...ReferStart_Referral\n    }\n  }\n": types.ReferDocument,
    "\n  query Releases {\n    committeeProtection {\n      level\n    }\n    committee {\n      releases {\n        asOf\n        ...Provenance_Release\n      }\n      ...DueReleases_Committee\n      ...ClosedYears_Committee\n    }\n  }\n": types.ReleasesDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AnswerTable_Analysis on Analysis {\n    definition\n    totalRows\n    columns {\n      key\n      label\n    }\n    rows {\n      keys\n      dimensions\n      measures\n      margins\n      states\n    }\n  }\n"): (typeof documents)["\n  fragment AnswerTable_Analysis on Analysis {\n    definition\n    totalRows\n    columns {\n      key\n      label\n    }\n    rows {\n      keys\n      dimensions\n      measures\n      margins\n      states\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Answer($input: AnalysisInput!) {\n    committee {\n      analysis(input: $input) {\n        release {\n          ...Provenance_Release\n        }\n        rows {\n          margins\n          states\n        }\n        ...AnswerTable_Analysis\n        ...WithPartners_Analysis\n      }\n    }\n  }\n"): (typeof documents)["\n  query Answer($input: AnalysisInput!) {\n    committee {\n      analysis(input: $input) {\n        release {\n          ...Provenance_Release\n        }\n        rows {\n          margins\n          states\n        }\n        ...AnswerTable_Analysis\n        ...WithPartners_Analysis\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AnswerCsv($input: AnalysisInput!) {\n    committee {\n      analysis(input: $input) {\n        csv\n      }\n    }\n  }\n"): (typeof documents)["\n  query AnswerCsv($input: AnalysisInput!) {\n    committee {\n      analysis(input: $input) {\n        csv\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CloseYear($input: CloseYearInput!) {\n    closeYear(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CloseYear($input: CloseYearInput!) {\n    closeYear(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ClosedYears_Committee on Committee {\n    closedYears {\n      year\n      subject\n      revision\n      madeAt\n      reason\n    }\n  }\n"): (typeof documents)["\n  fragment ClosedYears_Committee on Committee {\n    closedYears {\n      year\n      subject\n      revision\n      madeAt\n      reason\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteSavedAnalysis($input: DeleteSavedAnalysisInput!) {\n    deleteSavedAnalysis(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteSavedAnalysis($input: DeleteSavedAnalysisInput!) {\n    deleteSavedAnalysis(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment DueReleases_Committee on Committee {\n    dueReleases {\n      asOf\n    }\n  }\n"): (typeof documents)["\n  fragment DueReleases_Committee on Committee {\n    dueReleases {\n      asOf\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MakeRelease($input: MakeReleaseInput!) {\n    makeRelease(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation MakeRelease($input: MakeReleaseInput!) {\n    makeRelease(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query IndicatorList($period: PeriodInput!, $release: Date) {\n    committee {\n      indicators(period: $period, release: $release) {\n        key\n        release {\n          ...Provenance_Release\n        }\n        ...IndicatorRow_Indicator\n        ...IndicatorsWithPartners_Indicator\n      }\n    }\n  }\n"): (typeof documents)["\n  query IndicatorList($period: PeriodInput!, $release: Date) {\n    committee {\n      indicators(period: $period, release: $release) {\n        key\n        release {\n          ...Provenance_Release\n        }\n        ...IndicatorRow_Indicator\n        ...IndicatorsWithPartners_Indicator\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment IndicatorRow_Indicator on Indicator {\n    key\n    label\n    definition\n    definitionVersion\n    unit\n    value\n    margin\n    exact\n    state\n    published {\n      value\n      label\n      source\n    }\n    byPartner {\n      value\n      margin\n      exact\n      state\n      partner {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment IndicatorRow_Indicator on Indicator {\n    key\n    label\n    definition\n    definitionVersion\n    unit\n    value\n    margin\n    exact\n    state\n    published {\n      value\n      label\n      source\n    }\n    byPartner {\n      value\n      margin\n      exact\n      state\n      partner {\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query IndicatorsCsv($period: PeriodInput!, $release: Date) {\n    committee {\n      indicatorsCsv(period: $period, release: $release)\n    }\n  }\n"): (typeof documents)["\n  query IndicatorsCsv($period: PeriodInput!, $release: Date) {\n    committee {\n      indicatorsCsv(period: $period, release: $release)\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment IndicatorsWithPartners_Indicator on Indicator {\n    key\n    label\n    unit\n    value\n    withPartners {\n      ...SumTable_Sum\n    }\n  }\n"): (typeof documents)["\n  fragment IndicatorsWithPartners_Indicator on Indicator {\n    key\n    label\n    unit\n    value\n    withPartners {\n      ...SumTable_Sum\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment LoggedQuestion_CommitteeQuestion on CommitteeQuestion {\n    askedAt\n    partner {\n      name\n    }\n    member {\n      name\n    }\n    subject\n    measures\n    by\n    from\n    until\n    values {\n      dimension\n    }\n    rows\n    withheld\n    overlapping\n  }\n"): (typeof documents)["\n  fragment LoggedQuestion_CommitteeQuestion on CommitteeQuestion {\n    askedAt\n    partner {\n      name\n    }\n    member {\n      name\n    }\n    subject\n    measures\n    by\n    from\n    until\n    values {\n      dimension\n    }\n    rows\n    withheld\n    overlapping\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChooseProtection($input: ChooseProtectionInput!) {\n    chooseProtection(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ChooseProtection($input: ChooseProtectionInput!) {\n    chooseProtection(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Protection {\n    committeeProtection {\n      level\n      chosenAt\n    }\n  }\n"): (typeof documents)["\n  query Protection {\n    committeeProtection {\n      level\n      chosenAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Provenance_Release on Release {\n    asOf\n    madeAt\n    level\n    missing {\n      name\n    }\n  }\n"): (typeof documents)["\n  fragment Provenance_Release on Release {\n    asOf\n    madeAt\n    level\n    missing {\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query QuestionLog($overlapping: Boolean!, $after: String) {\n    committeeQuestions(overlapping: $overlapping, first: 50, after: $after) {\n      nodes {\n        id\n        ...LoggedQuestion_CommitteeQuestion\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query QuestionLog($overlapping: Boolean!, $after: String) {\n    committeeQuestions(overlapping: $overlapping, first: 50, after: $after) {\n      nodes {\n        id\n        ...LoggedQuestion_CommitteeQuestion\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReviseYear($input: ReviseYearInput!) {\n    reviseYear(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ReviseYear($input: ReviseYearInput!) {\n    reviseYear(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SaveAnalysis($input: SaveAnalysisInput!) {\n    saveAnalysis(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SaveAnalysis($input: SaveAnalysisInput!) {\n    saveAnalysis(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SavedQuestion_SavedAnalysis on SavedAnalysis {\n    id\n    title\n    shared\n    viewerCan\n    owner {\n      name\n    }\n    subject\n    measures\n    by\n    period {\n      from\n      until\n    }\n    filter {\n      partner\n      district\n      values {\n        dimension\n        key\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment SavedQuestion_SavedAnalysis on SavedAnalysis {\n    id\n    title\n    shared\n    viewerCan\n    owner {\n      name\n    }\n    subject\n    measures\n    by\n    period {\n      from\n      until\n    }\n    filter {\n      partner\n      district\n      values {\n        dimension\n        key\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ShareAnalysis($input: ShareAnalysisInput!) {\n    shareAnalysis(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ShareAnalysis($input: ShareAnalysisInput!) {\n    shareAnalysis(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SavedQuestions {\n    savedAnalyses(first: 50) {\n      nodes {\n        id\n        ...SavedQuestion_SavedAnalysis\n      }\n    }\n  }\n"): (typeof documents)["\n  query SavedQuestions {\n    savedAnalyses(first: 50) {\n      nodes {\n        id\n        ...SavedQuestion_SavedAnalysis\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SumTable_Sum on ActivitySum {\n    value\n    margin\n    state\n    partners {\n      partner {\n        id\n        name\n      }\n      value\n      state\n    }\n  }\n"): (typeof documents)["\n  fragment SumTable_Sum on ActivitySum {\n    value\n    margin\n    state\n    partners {\n      partner {\n        id\n        name\n      }\n      value\n      state\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment WithPartners_Analysis on Analysis {\n    columns {\n      key\n      label\n    }\n    rows {\n      keys\n      dimensions\n      measures\n      withPartners {\n        ...SumTable_Sum\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment WithPartners_Analysis on Analysis {\n    columns {\n      key\n      label\n    }\n    rows {\n      keys\n      dimensions\n      measures\n      withPartners {\n        ...SumTable_Sum\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CloseAppointment($input: CloseAppointmentInput!) {\n    closeAppointment(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CloseAppointment($input: CloseAppointmentInput!) {\n    closeAppointment(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordBarrier($input: RecordBarrierInput!) {\n    recordBarrier(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RecordBarrier($input: RecordBarrierInput!) {\n    recordBarrier(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Barriers_Beneficiary on Beneficiary {\n    id\n    viewerCan\n    barriers(first: 20) {\n      nodes {\n        id\n        theme\n        note\n        status\n        viewerCan\n        ...ChangeBarrierDialog_Barrier\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment Barriers_Beneficiary on Beneficiary {\n    id\n    viewerCan\n    barriers(first: 20) {\n      nodes {\n        id\n        theme\n        note\n        status\n        viewerCan\n        ...ChangeBarrierDialog_Barrier\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ChangeBarrierDialog_Barrier on Barrier {\n    id\n    theme\n    status\n    note\n    version\n  }\n"): (typeof documents)["\n  fragment ChangeBarrierDialog_Barrier on Barrier {\n    id\n    theme\n    status\n    note\n    version\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeBarrier($input: ChangeBarrierInput!) {\n    changeBarrier(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ChangeBarrier($input: ChangeBarrierInput!) {\n    changeBarrier(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CloseObjective($input: CloseObjectiveInput!) {\n    closeObjective(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CloseObjective($input: CloseObjectiveInput!) {\n    closeObjective(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddContact($input: AddContactInput!) {\n    addContact(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AddContact($input: AddContactInput!) {\n    addContact(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment FollowUp_Beneficiary on Beneficiary {\n    access {\n      scope\n    }\n    ...Objectives_Beneficiary\n    ...Barriers_Beneficiary\n  }\n"): (typeof documents)["\n  fragment FollowUp_Beneficiary on Beneficiary {\n    access {\n      scope\n    }\n    ...Objectives_Beneficiary\n    ...Barriers_Beneficiary\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetObjective($input: SetObjectiveInput!) {\n    setObjective(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetObjective($input: SetObjectiveInput!) {\n    setObjective(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Objectives_Beneficiary on Beneficiary {\n    viewerCan\n    ...PathwayField_Beneficiary\n    objectives(first: 20) {\n      nodes {\n        id\n        text\n        status\n        dueOn\n        viewerCan\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment Objectives_Beneficiary on Beneficiary {\n    viewerCan\n    ...PathwayField_Beneficiary\n    objectives(first: 20) {\n      nodes {\n        id\n        text\n        status\n        dueOn\n        viewerCan\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PathwayField_Beneficiary on Beneficiary {\n    possiblePathways: pathways(first: 20) {\n      nodes {\n        id\n        viewerCan\n        partner {\n          name\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment PathwayField_Beneficiary on Beneficiary {\n    possiblePathways: pathways(first: 20) {\n      nodes {\n        id\n        viewerCan\n        partner {\n          name\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment MailPreferences_Viewer on Viewer {\n    can\n    mailTiming\n    mailLanguage\n  }\n"): (typeof documents)["\n  fragment MailPreferences_Viewer on Viewer {\n    can\n    mailTiming\n    mailLanguage\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChooseMail($input: ChooseMailInput!) {\n    chooseMail(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ChooseMail($input: ChooseMailInput!) {\n    chooseMail(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment NotificationLine_Notification on Notification {\n    kind\n    at\n    readAt\n    target {\n      __typename\n      ... on Referral {\n        id\n        reference\n        from {\n          name\n        }\n        to {\n          name\n        }\n      }\n      ... on UnansweredReferral {\n        reference\n        daysWaiting\n        from {\n          name\n        }\n        to {\n          name\n        }\n      }\n      ... on LinkRequest {\n        partner {\n          name\n        }\n        beneficiary {\n          id\n          firstName\n          lastName\n        }\n      }\n      ... on Sharing {\n        until\n        partner {\n          name\n        }\n        beneficiary {\n          id\n          firstName\n          lastName\n        }\n      }\n      ... on RetentionDue {\n        dueOn\n      }\n      ... on Lot {\n        number\n        name\n      }\n      ... on CommitteeQuestion {\n        overlapping\n        partner {\n          name\n        }\n      }\n      ... on Webhook {\n        address\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment NotificationLine_Notification on Notification {\n    kind\n    at\n    readAt\n    target {\n      __typename\n      ... on Referral {\n        id\n        reference\n        from {\n          name\n        }\n        to {\n          name\n        }\n      }\n      ... on UnansweredReferral {\n        reference\n        daysWaiting\n        from {\n          name\n        }\n        to {\n          name\n        }\n      }\n      ... on LinkRequest {\n        partner {\n          name\n        }\n        beneficiary {\n          id\n          firstName\n          lastName\n        }\n      }\n      ... on Sharing {\n        until\n        partner {\n          name\n        }\n        beneficiary {\n          id\n          firstName\n          lastName\n        }\n      }\n      ... on RetentionDue {\n        dueOn\n      }\n      ... on Lot {\n        number\n        name\n      }\n      ... on CommitteeQuestion {\n        overlapping\n        partner {\n          name\n        }\n      }\n      ... on Webhook {\n        address\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RecordSharingAgreement($input: RecordSharingAgreementInput!) {\n    recordSharingAgreement(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RecordSharingAgreement($input: RecordSharingAgreementInput!) {\n    recordSharingAgreement(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AgreementPartners {\n    partners(first: 100) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  query AgreementPartners {\n    partners(first: 100) {\n      nodes {\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ExtendSharing($input: ExtendSharingInput!) {\n    extendSharing(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ExtendSharing($input: ExtendSharingInput!) {\n    extendSharing(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Identity_Beneficiary on Beneficiary {\n    id\n    viewerCan\n    birthDate\n    district\n    ownReference\n    referent {\n      name\n    }\n    access {\n      scope\n      until\n    }\n    contacts {\n      id\n      kind\n      value\n      preferred\n    }\n  }\n"): (typeof documents)["\n  fragment Identity_Beneficiary on Beneficiary {\n    id\n    viewerCan\n    birthDate\n    district\n    ownReference\n    referent {\n      name\n    }\n    access {\n      scope\n      until\n    }\n    contacts {\n      id\n      kind\n      value\n      preferred\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequestLink($input: RequestLinkInput!) {\n    requestLink(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RequestLink($input: RequestLinkInput!) {\n    requestLink(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation OpenPathway($input: OpenPathwayInput!) {\n    openPathway(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation OpenPathway($input: OpenPathwayInput!) {\n    openPathway(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Pathways_Beneficiary on Beneficiary {\n    id\n    viewerCan\n    access {\n      scope\n    }\n    pathways(first: 20) {\n      nodes {\n        id\n        objective\n        status\n        startedOn\n        closedOn\n        partner {\n          name\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment Pathways_Beneficiary on Beneficiary {\n    id\n    viewerCan\n    access {\n      scope\n    }\n    pathways(first: 20) {\n      nodes {\n        id\n        objective\n        status\n        startedOn\n        closedOn\n        partner {\n          name\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PersonList($filter: BeneficiaryFilter, $orderBy: BeneficiaryOrder, $after: String) {\n    beneficiaries(filter: $filter, orderBy: $orderBy, first: 30, after: $after) {\n      nodes {\n        id\n        ...PersonRow_Beneficiary\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query PersonList($filter: BeneficiaryFilter, $orderBy: BeneficiaryOrder, $after: String) {\n    beneficiaries(filter: $filter, orderBy: $orderBy, first: 30, after: $after) {\n      nodes {\n        id\n        ...PersonRow_Beneficiary\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment PersonRow_Beneficiary on Beneficiary {\n    id\n    firstName\n    lastName\n    birthDate\n    district\n    referent {\n      name\n    }\n    lastContactOn\n    access {\n      scope\n      until\n    }\n  }\n"): (typeof documents)["\n  fragment PersonRow_Beneficiary on Beneficiary {\n    id\n    firstName\n    lastName\n    birthDate\n    district\n    referent {\n      name\n    }\n    lastContactOn\n    access {\n      scope\n      until\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetOwnReference($input: SetOwnReferenceInput!) {\n    setOwnReference(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetOwnReference($input: SetOwnReferenceInput!) {\n    setOwnReference(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RegisterBeneficiary($input: RegisterBeneficiaryInput!) {\n    registerBeneficiary(input: $input) {\n      beneficiary {\n        id\n      }\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RegisterBeneficiary($input: RegisterBeneficiaryInput!) {\n    registerBeneficiary(input: $input) {\n      beneficiary {\n        id\n      }\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Sharings_Beneficiary on Beneficiary {\n    id\n    viewerCan\n    access {\n      scope\n    }\n    sharings {\n      id\n      viewerCan\n      scope\n      basis\n      since\n      until\n      partner {\n        id\n        name\n      }\n      grantedBy {\n        id\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment Sharings_Beneficiary on Beneficiary {\n    id\n    viewerCan\n    access {\n      scope\n    }\n    sharings {\n      id\n      viewerCan\n      scope\n      basis\n      since\n      until\n      partner {\n        id\n        name\n      }\n      grantedBy {\n        id\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WithdrawSharing($input: WithdrawSharingInput!) {\n    withdrawSharing(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation WithdrawSharing($input: WithdrawSharingInput!) {\n    withdrawSharing(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WithdrawFromPartner($input: WithdrawFromPartnerInput!) {\n    withdrawFromPartner(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation WithdrawFromPartner($input: WithdrawFromPartnerInput!) {\n    withdrawFromPartner(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DraftReferral($input: DraftReferralInput!) {\n    draftReferral(input: $input) {\n      referral {\n        id\n        version\n      }\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DraftReferral($input: DraftReferralInput!) {\n    draftReferral(input: $input) {\n      referral {\n        id\n        version\n      }\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangeReferralDraft($input: ChangeReferralDraftInput!) {\n    changeReferralDraft(input: $input) {\n      referral {\n        id\n        version\n      }\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ChangeReferralDraft($input: ChangeReferralDraftInput!) {\n    changeReferralDraft(input: $input) {\n      referral {\n        id\n        version\n      }\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DraftVersion($id: ID!) {\n    referral(id: $id) {\n      version\n      sentAt\n    }\n  }\n"): (typeof documents)["\n  query DraftVersion($id: ID!) {\n    referral(id: $id) {\n      version\n      sentAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SendReferralDraft($input: SendReferralDraftInput!) {\n    sendReferralDraft(input: $input) {\n      referral {\n        id\n      }\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SendReferralDraft($input: SendReferralDraftInput!) {\n    sendReferralDraft(input: $input) {\n      referral {\n        id\n      }\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReferAgain($input: ReferAgainInput!) {\n    referAgain(input: $input) {\n      referral {\n        id\n      }\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ReferAgain($input: ReferAgainInput!) {\n    referAgain(input: $input) {\n      referral {\n        id\n      }\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ServiceCard_Service on Service {\n    id\n    name\n    status\n    capacity\n    capacityIsCurrent\n    referralObstacle\n    partner {\n      id\n      name\n    }\n    declinedReferrals(beneficiary: $person) {\n      totalCount\n    }\n  }\n"): (typeof documents)["\n  fragment ServiceCard_Service on Service {\n    id\n    name\n    status\n    capacity\n    capacityIsCurrent\n    referralObstacle\n    partner {\n      id\n      name\n    }\n    declinedReferrals(beneficiary: $person) {\n      totalCount\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ServiceList($person: ID!, $filter: ServiceFilter, $after: String) {\n    viewer {\n      partner {\n        id\n      }\n    }\n    services(filter: $filter, first: 30, after: $after) {\n      nodes {\n        ...ServiceCard_Service\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query ServiceList($person: ID!, $filter: ServiceFilter, $after: String) {\n    viewer {\n      partner {\n        id\n      }\n    }\n    services(filter: $filter, first: 30, after: $after) {\n      nodes {\n        ...ServiceCard_Service\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ReferStart_Referral on Referral {\n    id\n    version\n    status\n    viewerCan\n    purpose\n    priority\n    scope\n    to {\n      id\n      name\n    }\n    service {\n      id\n      name\n    }\n  }\n"): (typeof documents)["\n  fragment ReferStart_Referral on Referral {\n    id\n    version\n    status\n    viewerCan\n    purpose\n    priority\n    scope\n    to {\n      id\n      name\n    }\n    service {\n      id\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AcceptReferral($input: AcceptReferralInput!) {\n    acceptReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AcceptReferral($input: AcceptReferralInput!) {\n    acceptReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeclineReferral($input: DeclineReferralInput!) {\n    declineReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeclineReferral($input: DeclineReferralInput!) {\n    declineReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelReferral($input: CancelReferralInput!) {\n    cancelReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CancelReferral($input: CancelReferralInput!) {\n    cancelReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CompleteReferral($input: CompleteReferralInput!) {\n    completeReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CompleteReferral($input: CompleteReferralInput!) {\n    completeReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation EnterReferralInError($input: EnterReferralInErrorInput!) {\n    enterReferralInError(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation EnterReferralInError($input: EnterReferralInErrorInput!) {\n    enterReferralInError(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation HoldReferral($input: HoldReferralInput!) {\n    holdReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation HoldReferral($input: HoldReferralInput!) {\n    holdReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReplyToReferral($input: ReplyToReferralInput!) {\n    replyToReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ReplyToReferral($input: ReplyToReferralInput!) {\n    replyToReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RequestReferralInfo($input: RequestReferralInfoInput!) {\n    requestReferralInfo(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RequestReferralInfo($input: RequestReferralInfoInput!) {\n    requestReferralInfo(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ResumeReferral($input: ResumeReferralInput!) {\n    resumeReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ResumeReferral($input: ResumeReferralInput!) {\n    resumeReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReviewReferral($input: ReviewReferralInput!) {\n    reviewReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ReviewReferral($input: ReviewReferralInput!) {\n    reviewReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartReferral($input: StartReferralInput!) {\n    startReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation StartReferral($input: StartReferralInput!) {\n    startReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WaitlistReferral($input: WaitlistReferralInput!) {\n    waitlistReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation WaitlistReferral($input: WaitlistReferralInput!) {\n    waitlistReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ReferralActions_Referral on Referral {\n    id\n    version\n    viewerCan\n    opens\n    opensUntil\n    status\n    beneficiary {\n      id\n    }\n  }\n"): (typeof documents)["\n  fragment ReferralActions_Referral on Referral {\n    id\n    version\n    viewerCan\n    opens\n    opensUntil\n    status\n    beneficiary {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ReferralAssignment_Referral on Referral {\n    id\n    viewerCanAlso\n    to {\n      id\n    }\n    assignee {\n      id\n      name\n    }\n  }\n"): (typeof documents)["\n  fragment ReferralAssignment_Referral on Referral {\n    id\n    viewerCanAlso\n    to {\n      id\n    }\n    assignee {\n      id\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ReferralAssignment_Member on Member {\n    id\n    name\n    role\n    partner {\n      id\n    }\n  }\n"): (typeof documents)["\n  fragment ReferralAssignment_Member on Member {\n    id\n    name\n    role\n    partner {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AssignReferral($input: AssignReferralInput!) {\n    assignReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AssignReferral($input: AssignReferralInput!) {\n    assignReferral(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ReferralHistory_Referral on Referral {\n    transitions {\n      from\n      to\n      at\n      reason\n      by {\n        name\n      }\n      member {\n        name\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment ReferralHistory_Referral on Referral {\n    transitions {\n      from\n      to\n      at\n      reason\n      by {\n        name\n      }\n      member {\n        name\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ReferralLine_Referral on Referral {\n    id\n    status\n    priority\n    sentAt\n    answerDueAt\n    from {\n      id\n      name\n    }\n    to {\n      id\n      name\n    }\n    service {\n      name\n    }\n    beneficiary {\n      firstName\n      lastName\n    }\n    assignee {\n      name\n    }\n  }\n"): (typeof documents)["\n  fragment ReferralLine_Referral on Referral {\n    id\n    status\n    priority\n    sentAt\n    answerDueAt\n    from {\n      id\n      name\n    }\n    to {\n      id\n      name\n    }\n    service {\n      name\n    }\n    beneficiary {\n      firstName\n      lastName\n    }\n    assignee {\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReferralList($box: ReferralBox!, $filter: ReferralFilter, $after: String) {\n    referrals(box: $box, filter: $filter, first: 30, after: $after) {\n      nodes {\n        id\n        ...ReferralLine_Referral\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query ReferralList($box: ReferralBox!, $filter: ReferralFilter, $after: String) {\n    referrals(box: $box, filter: $filter, first: 30, after: $after) {\n      nodes {\n        id\n        ...ReferralLine_Referral\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ReferralMessages_Referral on Referral {\n    id\n    sentAt\n    viewerCanAlso\n    messages(last: 50) {\n      nodes {\n        id\n        at\n        text\n        by {\n          name\n        }\n        author {\n          name\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment ReferralMessages_Referral on Referral {\n    id\n    sentAt\n    viewerCanAlso\n    messages(last: 50) {\n      nodes {\n        id\n        at\n        text\n        by {\n          name\n        }\n        author {\n          name\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SendReferralMessage($input: SendReferralMessageInput!) {\n    sendReferralMessage(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SendReferralMessage($input: SendReferralMessageInput!) {\n    sendReferralMessage(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReferralView($id: ID!) {\n    referral(id: $id) {\n      id\n      ...ReferralSummary_Referral\n      ...ReferralActions_Referral\n      ...ReferralAssignment_Referral\n      ...ReferralMessages_Referral\n      ...ReferralHistory_Referral\n    }\n    members(first: 100) {\n      nodes {\n        id\n        ...ReferralAssignment_Member\n      }\n    }\n  }\n"): (typeof documents)["\n  query ReferralView($id: ID!) {\n    referral(id: $id) {\n      id\n      ...ReferralSummary_Referral\n      ...ReferralActions_Referral\n      ...ReferralAssignment_Referral\n      ...ReferralMessages_Referral\n      ...ReferralHistory_Referral\n    }\n    members(first: 100) {\n      nodes {\n        id\n        ...ReferralAssignment_Member\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ReferralSummary_Referral on Referral {\n    viewerCan\n    reference\n    status\n    priority\n    purpose\n    sentAt\n    answerDueAt\n    expiresAt\n    waitingSince\n    from {\n      name\n    }\n    to {\n      name\n    }\n    service {\n      name\n    }\n    beneficiary {\n      id\n      firstName\n      lastName\n      birthDate\n    }\n  }\n"): (typeof documents)["\n  fragment ReferralSummary_Referral on Referral {\n    viewerCan\n    reference\n    status\n    priority\n    purpose\n    sentAt\n    answerDueAt\n    expiresAt\n    waitingSince\n    from {\n      name\n    }\n    to {\n      name\n    }\n    service {\n      name\n    }\n    beneficiary {\n      id\n      firstName\n      lastName\n      birthDate\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OwnServices {\n    viewer {\n      partner {\n        services(first: 100) {\n          nodes {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query OwnServices {\n    viewer {\n      partner {\n        services(first: 100) {\n          nodes {\n            id\n            name\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AccountMenu_Viewer on Viewer {\n    role\n    member {\n      name\n    }\n    partner {\n      name\n    }\n    memberships {\n      id\n    }\n  }\n"): (typeof documents)["\n  fragment AccountMenu_Viewer on Viewer {\n    role\n    member {\n      name\n    }\n    partner {\n      name\n    }\n    memberships {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Shell($readsFiles: Boolean!) {\n    viewer {\n      can\n      unreadNotifications\n      ...AccountMenu_Viewer\n    }\n    toAnswer: referrals(box: INBOX, filter: { status: [REQUESTED, IN_REVIEW] }) @include(if: $readsFiles) {\n      countUpTo(limit: 100)\n    }\n  }\n"): (typeof documents)["\n  query Shell($readsFiles: Boolean!) {\n    viewer {\n      can\n      unreadNotifications\n      ...AccountMenu_Viewer\n    }\n    toAnswer: referrals(box: INBOX, filter: { status: [REQUESTED, IN_REVIEW] }) @include(if: $readsFiles) {\n      countUpTo(limit: 100)\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AddEntry_Beneficiary on Beneficiary {\n    id\n    viewerCan\n    ...PathwayField_Beneficiary\n  }\n"): (typeof documents)["\n  fragment AddEntry_Beneficiary on Beneficiary {\n    id\n    viewerCan\n    ...PathwayField_Beneficiary\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PlanAppointment($input: PlanAppointmentInput!) {\n    planAppointment(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation PlanAppointment($input: PlanAppointmentInput!) {\n    planAppointment(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WriteNote($input: WriteNoteInput!) {\n    writeNote(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation WriteNote($input: WriteNoteInput!) {\n    writeNote(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddStep($input: AddStepInput!) {\n    addStep(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation AddStep($input: AddStepInput!) {\n    addStep(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TimelineEntry_TimelineEntry on TimelineEntry {\n    id\n    at\n    dayOnly\n    kind\n    partner {\n      name\n    }\n    item {\n      __typename\n      ... on Appointment {\n        id\n        subject\n        startsAt: at\n        place\n        viewerCan\n        appointmentStatus: status\n        author {\n          name\n        }\n      }\n      ... on Attendance {\n        forum {\n          name\n        }\n        exhibitor {\n          name\n        }\n      }\n      ... on Barrier {\n        theme\n        note\n        barrierStatus: status\n        author {\n          name\n        }\n      }\n      ... on ClauseContract {\n        startsOn\n        endsOn\n        company {\n          name\n        }\n      }\n      ... on Note {\n        text\n        visibility\n        author {\n          name\n        }\n      }\n      ... on Objective {\n        text\n        dueOn\n        objectiveStatus: status\n        author {\n          name\n        }\n      }\n      ... on Outcome {\n        situation\n      }\n      ... on Pathway {\n        objective\n      }\n      ... on Referral {\n        id\n        referralStatus: status\n        from {\n          name\n        }\n        to {\n          name\n        }\n        service {\n          name\n        }\n      }\n      ... on Sharing {\n        scope\n        sharedWith: partner {\n          name\n        }\n      }\n      ... on Step {\n        title\n        visibility\n        stepKind: kind\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment TimelineEntry_TimelineEntry on TimelineEntry {\n    id\n    at\n    dayOnly\n    kind\n    partner {\n      name\n    }\n    item {\n      __typename\n      ... on Appointment {\n        id\n        subject\n        startsAt: at\n        place\n        viewerCan\n        appointmentStatus: status\n        author {\n          name\n        }\n      }\n      ... on Attendance {\n        forum {\n          name\n        }\n        exhibitor {\n          name\n        }\n      }\n      ... on Barrier {\n        theme\n        note\n        barrierStatus: status\n        author {\n          name\n        }\n      }\n      ... on ClauseContract {\n        startsOn\n        endsOn\n        company {\n          name\n        }\n      }\n      ... on Note {\n        text\n        visibility\n        author {\n          name\n        }\n      }\n      ... on Objective {\n        text\n        dueOn\n        objectiveStatus: status\n        author {\n          name\n        }\n      }\n      ... on Outcome {\n        situation\n      }\n      ... on Pathway {\n        objective\n      }\n      ... on Referral {\n        id\n        referralStatus: status\n        from {\n          name\n        }\n        to {\n          name\n        }\n        service {\n          name\n        }\n      }\n      ... on Sharing {\n        scope\n        sharedWith: partner {\n          name\n        }\n      }\n      ... on Step {\n        title\n        visibility\n        stepKind: kind\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Timeline_TimelineConnection on TimelineConnection {\n    nodes {\n      id\n      at\n      ...TimelineEntry_TimelineEntry\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n"): (typeof documents)["\n  fragment Timeline_TimelineConnection on TimelineConnection {\n    nodes {\n      id\n      at\n      ...TimelineEntry_TimelineEntry\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TimelinePage($id: ID!, $kinds: [TimelineKind!], $after: String) {\n    beneficiary(id: $id) {\n      timeline(kinds: $kinds, first: 20, after: $after) {\n        ...Timeline_TimelineConnection\n      }\n    }\n  }\n"): (typeof documents)["\n  query TimelinePage($id: ID!, $kinds: [TimelineKind!], $after: String) {\n    beneficiary(id: $id) {\n      timeline(kinds: $kinds, first: 20, after: $after) {\n        ...Timeline_TimelineConnection\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Refusal_UserError on UserError {\n    code\n    message\n    path\n    passages {\n      start\n      length\n    }\n  }\n"): (typeof documents)["\n  fragment Refusal_UserError on UserError {\n    code\n    message\n    path\n    passages {\n      start\n      length\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Figures {\n    committee {\n      releases {\n        asOf\n        level\n      }\n      analysisOptions {\n        subjects {\n          consolidationDays\n        }\n      }\n      closedYears {\n        year\n      }\n    }\n  }\n"): (typeof documents)["\n  query Figures {\n    committee {\n      releases {\n        asOf\n        level\n      }\n      analysisOptions {\n        subjects {\n          consolidationDays\n        }\n      }\n      closedYears {\n        year\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Notifications($unreadOnly: Boolean!) {\n    viewer {\n      notifications(first: 100, unreadOnly: $unreadOnly) {\n        nodes {\n          id\n          ...NotificationLine_Notification\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Notifications($unreadOnly: Boolean!) {\n    viewer {\n      notifications(first: 100, unreadOnly: $unreadOnly) {\n        nodes {\n          id\n          ...NotificationLine_Notification\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MarkNotificationsRead($input: MarkNotificationsReadInput!) {\n    markNotificationsRead(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation MarkNotificationsRead($input: MarkNotificationsReadInput!) {\n    markNotificationsRead(input: $input) {\n      userErrors {\n        ...Refusal_UserError\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Person($id: ID!, $kinds: [TimelineKind!]) {\n    viewer {\n      partner {\n        id\n      }\n    }\n    beneficiary(id: $id) {\n      id\n      firstName\n      lastName\n      viewerCan\n      ...Identity_Beneficiary\n      ...Sharings_Beneficiary\n      ...Pathways_Beneficiary\n      ...FollowUp_Beneficiary\n      ...AddEntry_Beneficiary\n      timeline(kinds: $kinds, first: 20) {\n        ...Timeline_TimelineConnection\n      }\n    }\n  }\n"): (typeof documents)["\n  query Person($id: ID!, $kinds: [TimelineKind!]) {\n    viewer {\n      partner {\n        id\n      }\n    }\n    beneficiary(id: $id) {\n      id\n      firstName\n      lastName\n      viewerCan\n      ...Identity_Beneficiary\n      ...Sharings_Beneficiary\n      ...Pathways_Beneficiary\n      ...FollowUp_Beneficiary\n      ...AddEntry_Beneficiary\n      timeline(kinds: $kinds, first: 20) {\n        ...Timeline_TimelineConnection\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Preferences {\n    viewer {\n      ...MailPreferences_Viewer\n    }\n  }\n"): (typeof documents)["\n  query Preferences {\n    viewer {\n      ...MailPreferences_Viewer\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Questions {\n    committee {\n      releases {\n        asOf\n      }\n      analysisOptions {\n        subjects {\n          subject\n          definition\n          measures {\n            measure\n            label\n            spans {\n              span\n              splits\n            }\n          }\n          dimensions {\n            dimension\n            label\n            values {\n              key\n              label\n            }\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Questions {\n    committee {\n      releases {\n        asOf\n      }\n      analysisOptions {\n        subjects {\n          subject\n          definition\n          measures {\n            measure\n            label\n            spans {\n              span\n              splits\n            }\n          }\n          dimensions {\n            dimension\n            label\n            values {\n              key\n              label\n            }\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Refer($person: ID!, $referral: ID!, $isGiven: Boolean!) {\n    viewer {\n      member {\n        id\n      }\n    }\n    beneficiary(id: $person) {\n      id\n      firstName\n      lastName\n      viewerCan\n      drafts: referrals(filter: { status: [DRAFT] }, first: 10) {\n        nodes {\n          transitions {\n            member {\n              id\n            }\n          }\n          ...ReferStart_Referral\n        }\n      }\n    }\n    given: referral(id: $referral) @include(if: $isGiven) {\n      beneficiary {\n        id\n      }\n      ...ReferStart_Referral\n    }\n  }\n"): (typeof documents)["\n  query Refer($person: ID!, $referral: ID!, $isGiven: Boolean!) {\n    viewer {\n      member {\n        id\n      }\n    }\n    beneficiary(id: $person) {\n      id\n      firstName\n      lastName\n      viewerCan\n      drafts: referrals(filter: { status: [DRAFT] }, first: 10) {\n        nodes {\n          transitions {\n            member {\n              id\n            }\n          }\n          ...ReferStart_Referral\n        }\n      }\n    }\n    given: referral(id: $referral) @include(if: $isGiven) {\n      beneficiary {\n        id\n      }\n      ...ReferStart_Referral\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Releases {\n    committeeProtection {\n      level\n    }\n    committee {\n      releases {\n        asOf\n        ...Provenance_Release\n      }\n      ...DueReleases_Committee\n      ...ClosedYears_Committee\n    }\n  }\n"): (typeof documents)["\n  query Releases {\n    committeeProtection {\n      level\n    }\n    committee {\n      releases {\n        asOf\n        ...Provenance_Release\n      }\n      ...DueReleases_Committee\n      ...ClosedYears_Committee\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;