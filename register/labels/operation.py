"""Names for the vocabularies of section D: data, learning, suppliers and procurement."""

from enum import StrEnum

from register.domain.standard.vocabularies import DataPurpose, ProcurementProcedure, SelfLearning, SupplierRole
from register.labels.term import Table, Term

_DATA_PURPOSE: Table = {
    DataPurpose.TRAINING: Term("Om te trainen", "For training"),
    DataPurpose.INPUT: Term("Als invoer", "As input"),
    DataPurpose.EVALUATION: Term("Om te testen", "For testing"),
}

_SELF_LEARNING: Table = {
    SelfLearning.NO: Term("Nee", "No", "Het verandert niet.", "It does not change."),
    SelfLearning.RETRAINED: Term(
        "Alleen bij een nieuwe versie",
        "Only with a new version",
        "Mensen trainen het af en toe opnieuw en testen het daarna.",
        "People retrain it now and then, and test it afterwards.",
    ),
    SelfLearning.CONTINUOUS: Term(
        "Ja, tijdens het gebruik", "Yes, while it is used", "Het past zichzelf steeds aan.", "It keeps adapting itself."
    ),
    SelfLearning.UNKNOWN: Term("Niet bekend", "Not known"),
}

_SUPPLIER_ROLE: Table = {
    SupplierRole.DEVELOPER: Term("Maakte het", "Made it"),
    SupplierRole.RESELLER: Term("Verkoopt het door", "Resells it"),
    SupplierRole.INTEGRATOR: Term("Bouwde het in", "Built it in"),
    SupplierRole.HOST: Term("Laat het draaien", "Runs it"),
}

_PROCUREMENT_PROCEDURE: Table = {
    ProcurementProcedure.OPEN: Term("Openbare procedure", "Open procedure"),
    ProcurementProcedure.RESTRICTED: Term("Niet-openbare procedure", "Restricted procedure"),
    ProcurementProcedure.NEGOTIATED: Term("Procedure met onderhandeling", "Procedure with negotiation"),
    ProcurementProcedure.COMPETITIVE_DIALOGUE: Term("Concurrentiegerichte dialoog", "Competitive dialogue"),
    ProcurementProcedure.INNOVATION_PARTNERSHIP: Term("Innovatiepartnerschap", "Innovation partnership"),
    ProcurementProcedure.DIRECT_AWARD: Term("Eén bedrijf gevraagd", "Direct award"),
    ProcurementProcedure.FRAMEWORK: Term("Raamovereenkomst", "Framework agreement"),
    ProcurementProcedure.OWN_DEVELOPMENT: Term("Zelf gemaakt", "Own development"),
}

TABLES: dict[type[StrEnum], Table] = {
    DataPurpose: _DATA_PURPOSE,
    SelfLearning: _SELF_LEARNING,
    SupplierRole: _SUPPLIER_ROLE,
    ProcurementProcedure: _PROCUREMENT_PROCEDURE,
}
