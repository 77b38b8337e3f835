"""What is stored: one file per noun. Importing this package makes every table known."""

from register.models.audit_events import AuditEvent, AuditHead
from register.models.classifications import Classification, Restriction
from register.models.clients import Client
from register.models.entries import Contribution, Entry, EntryStep
from register.models.mails import Mail
from register.models.numbers import Number
from register.models.organisations import Organisation, OrganisationVersion
from register.models.people import Membership, Person
from register.models.products import Product, ProductVersion
from register.models.public_records import (
    PublicChange,
    PublicFacet,
    PublicOrganisation,
    PublicProduct,
    PublicQuestion,
    PublicRegistration,
    PublicState,
)
from register.models.questions import Question, QuestionEvent
from register.models.redactions import Redaction, RedactionRequest
from register.models.remarks import Remark
from register.models.sessions import LoginSession
from register.models.subscriptions import Subscription
from register.models.versions import Version, VersionContent
from register.models.withdrawals import Withdrawal

__all__ = [
    "AuditEvent",
    "AuditHead",
    "Classification",
    "Client",
    "Contribution",
    "Entry",
    "EntryStep",
    "LoginSession",
    "Mail",
    "Membership",
    "Number",
    "Organisation",
    "OrganisationVersion",
    "Person",
    "Product",
    "ProductVersion",
    "PublicChange",
    "PublicFacet",
    "PublicOrganisation",
    "PublicProduct",
    "PublicQuestion",
    "PublicRegistration",
    "PublicState",
    "Question",
    "QuestionEvent",
    "Redaction",
    "RedactionRequest",
    "Remark",
    "Restriction",
    "Subscription",
    "Version",
    "VersionContent",
    "Withdrawal",
]
