#include "claim/fields/field_rows.h"

namespace cw::fields {

namespace {

struct Row {
    std::string_view pointer;
    std::string_view label;
    std::string_view segment;
    int element = 0;
    int component = 0;
    std::string_view box1500;
    std::string_view boxUb04;
    bool isEditable = true;
    std::string_view loop = "2300";
};

void add(Rows& rows, std::string_view group, std::initializer_list<Row> members)
{
    for (const auto& row : members)
        rows.push_back({.pointer = row.pointer,
                        .label = row.label,
                        .group = group,
                        .loop = row.loop,
                        .segment = row.segment,
                        .element = row.element,
                        .component = row.component,
                        .box1500 = row.box1500,
                        .boxUb04 = row.boxUb04,
                        .isEditable = row.isEditable});
}

}  // namespace

void addService(Rows& rows)
{
    add(rows, "Visit",
        {{"/encounter_id", "Encounter id", "CLM", 1, 0, "26", "3a", false},
         {"/service/from", "First day of service", "DTP*434", 3, 0, "24A", "6"},
         {"/service/to", "Last day of service", "DTP*434", 3, 0, "24A", "6"},
         {"/service/place_of_service", "Place of service", "CLM", 5, 1, "24B", ""},
         {"/service/type_of_bill", "Type of bill", "CLM", 5, 1, "", "4"},
         {"/claim/hospitalized_from", "In hospital from", "DTP*435", 3, 0, "18", ""},
         {"/claim/hospitalized_to", "In hospital to", "DTP*096", 3, 0, "18", ""},
         {"/service/admitted_at", "Admitted at", "DTP*435", 3, 0, "", "12"},
         {"/service/discharged_at", "Discharged at", "DTP*096", 3, 0, "", "16"},
         {"/service/admission_type", "Admission type", "CL1", 1, 0, "", "14"},
         {"/service/admission_source", "Admission source", "CL1", 2, 0, "", "15"},
         {"/service/discharge_status", "Discharge status", "CL1", 3, 0, "", "17"}});
}

void addClaim(Rows& rows)
{
    add(rows, "Claim",
        {{"/claim/frequency_code", "Frequency code (1 first, 7 replaces, 8 voids)", "CLM", 5, 3, "22", "4"},
         {"/claim/original_reference_number", "Payer's number of the claim replaced", "REF*F8", 2, 0, "22", "64"},
         {"/claim/accept_assignment", "Accepts assignment", "CLM", 7, 0, "27", ""},
         {"/claim/signature_on_file", "Provider's signature on file", "CLM", 6, 0, "31", ""},
         {"/claim/benefits_assigned", "Benefits assigned to the provider", "CLM", 8, 0, "13", "53"},
         {"/claim/release_of_information", "Release of information", "CLM", 9, 0, "12", "52"},
         {"/claim/patient_signature_source", "Patient's signature source", "CLM", 10, 0, "12", ""},
         {"/claim/prior_authorization", "Prior authorization", "REF*G1", 2, 0, "23", "63"},
         {"/claim/referral_number", "Referral number", "REF*9F", 2, 0, "23", "63"},
         {"/claim/clia_number", "CLIA number", "REF*X4", 2, 0, "23", ""},
         {"/claim/patient_paid", "Paid by the patient", "AMT*F5", 2, 0, "29", "54"},
         {"/claim/note", "Note", "NTE*ADD", 2, 0, "19", "80"},
         {"/claim/accident/employment", "Caused by employment", "CLM", 11, 1, "10a", ""},
         {"/claim/accident/auto", "Automobile accident", "CLM", 11, 1, "10b", ""},
         {"/claim/accident/other", "Other accident", "CLM", 11, 1, "10c", ""},
         {"/claim/accident/state", "State of the accident", "CLM", 11, 4, "10b", "29"},
         {"/claim/accident/date", "Day of the accident", "DTP*439", 3, 0, "15", ""},
         {"/claim/onset_date", "Onset of the illness", "DTP*431", 3, 0, "14", ""},
         {"/claim/last_menstrual_period", "Last menstrual period", "DTP*484", 3, 0, "14", ""},
         {"/claim/special_program", "Special program", "CLM", 12, 0, "", ""},
         {"/claim/delay_reason", "Reason for late filing", "CLM", 20, 0, "", ""},
         {"/claim/drg", "Diagnosis related group", "HI*DR", 1, 2, "", "71"}});
    add(rows, "Claim",
        {{"/claim/anesthesia_procedures", "Procedures under anesthesia", "HI*BP", 0, 2, "19", "", false},
         {"/claim/references", "Other numbers", "REF", 2, 0, "", "", false},
         {"/claim/dates", "Other dates", "DTP", 3, 0, "15", "", false},
         {"/claim/notes", "Other notes", "NTE", 2, 0, "", "80", false},
         {"/claim/paperwork", "Paperwork", "PWK", 0, 0, "19", "", false},
         {"/claim/certifications", "Certifications", "CRC", 0, 0, "", "", false},
         {"/claim/file_information", "File information", "K3", 1, 0, "", "", false},
         {"/claim/conditions", "Condition codes", "HI*BG", 0, 2, "10d", "18-28", false},
         {"/claim/occurrences", "Occurrence codes", "HI*BH", 0, 0, "", "31-34", false},
         {"/claim/occurrence_spans", "Occurrence spans", "HI*BI", 0, 0, "", "35-36", false},
         {"/claim/values", "Value codes", "HI*BE", 0, 0, "", "39-41", false},
         {"/claim/treatments", "Treatment codes", "HI*TC", 0, 2, "", "", false}});
    add(rows, "Claim",
        {{"/claim/ambulance/transport_reason", "Ambulance: reason", "CR1", 4},
         {"/claim/ambulance/miles", "Ambulance: miles", "CR1", 6},
         {"/claim/ambulance/patient_pounds", "Ambulance: patient's weight", "CR1", 2},
         {"/claim/ambulance/round_trip_reason", "Ambulance: why a round trip", "CR1", 9},
         {"/claim/ambulance/stretcher_reason", "Ambulance: why a stretcher", "CR1", 10},
         {"/claim/ambulance/conditions", "Ambulance: conditions", "CRC*07", 0, 0, "", "", false},
         {"/claim/ambulance/pick_up/line1", "Pick-up street", "N3", 1, 0, "32", "", true, "2310E"},
         {"/claim/ambulance/pick_up/line2", "Pick-up street, second line", "N3", 2, 0, "32", "", true, "2310E"},
         {"/claim/ambulance/pick_up/city", "Pick-up city", "N4", 1, 0, "32", "", true, "2310E"},
         {"/claim/ambulance/pick_up/state", "Pick-up state", "N4", 2, 0, "32", "", true, "2310E"},
         {"/claim/ambulance/pick_up/postal_code", "Pick-up ZIP code", "N4", 3, 0, "32", "", true, "2310E"},
         {"/claim/ambulance/drop_off/line1", "Drop-off street", "N3", 1, 0, "32", "", true, "2310F"},
         {"/claim/ambulance/drop_off/line2", "Drop-off street, second line", "N3", 2, 0, "32", "", true, "2310F"},
         {"/claim/ambulance/drop_off/city", "Drop-off city", "N4", 1, 0, "32", "", true, "2310F"},
         {"/claim/ambulance/drop_off/state", "Drop-off state", "N4", 2, 0, "32", "", true, "2310F"},
         {"/claim/ambulance/drop_off/postal_code", "Drop-off ZIP code", "N4", 3, 0, "32", "", true, "2310F"}});
}

void addCodesAndLines(Rows& rows)
{
    add(rows, "Diagnosis",
        {{"/diagnoses/#/code", "Diagnosis code", "HI*ABK", 0, 2, "21", "67", false},
         {"/diagnoses/#/present_on_admission", "Present on admission", "HI*ABK", 0, 9, "", "67", false}});
    add(rows, "Line",
        {{"/procedures/#/code", "Procedure code", "SV1", 1, 2, "24D", "44", false, "2400"},
         {"/procedures/#/code_system", "Code system", "SV1", 1, 1, "", "", false, "2400"},
         {"/procedures/#/modifiers", "Modifiers", "SV1", 1, 3, "24D", "44", false, "2400"},
         {"/procedures/#/description", "Description", "SV1", 1, 7, "24", "43", false, "2400"},
         {"/procedures/#/charge", "Charge", "SV1", 2, 0, "24F", "47", false, "2400"},
         {"/procedures/#/unit_basis", "Unit", "SV1", 3, 0, "", "", false, "2400"},
         {"/procedures/#/units", "Units", "SV1", 4, 0, "24G", "46", false, "2400"},
         {"/procedures/#/place_of_service", "Place of service", "SV1", 5, 0, "24B", "", false, "2400"},
         {"/procedures/#/diagnosis_pointers", "Diagnosis pointers", "SV1", 7, 0, "24E", "", false, "2400"},
         {"/procedures/#/emergency", "Emergency", "SV1", 9, 0, "24C", "", false, "2400"},
         {"/procedures/#/epsdt", "EPSDT", "SV1", 11, 0, "24H", "", false, "2400"},
         {"/procedures/#/family_planning", "Family planning", "SV1", 12, 0, "24H", "", false, "2400"},
         {"/procedures/#/revenue_code", "Revenue code", "SV2", 1, 0, "", "42", false, "2400"},
         {"/procedures/#/non_covered_charge", "Not covered", "SV2", 7, 0, "", "48", false, "2400"},
         {"/procedures/#/service_from", "First day of service", "DTP*472", 3, 0, "24A", "45", false, "2400"},
         {"/procedures/#/service_to", "Last day of service", "DTP*472", 3, 0, "24A", "45", false, "2400"},
         {"/procedures/#/note", "Note", "NTE*ADD", 2, 0, "24", "43", false, "2400"},
         {"/procedures/#/references", "Other numbers", "REF", 2, 0, "", "", false, "2400"},
         {"/procedures/#/dates", "Other dates", "DTP", 3, 0, "", "", false, "2400"},
         {"/procedures/#/notes", "Other notes", "NTE", 2, 0, "24", "", false, "2400"},
         {"/procedures/#/paperwork", "Paperwork", "PWK", 0, 0, "", "", false, "2400"},
         {"/procedures/#/certifications", "Certifications", "CRC", 0, 0, "", "", false, "2400"},
         {"/procedures/#/purchased_service/provider_number", "Bought service: provider", "PS1", 1, 0, "", "", false,
          "2400"},
         {"/procedures/#/purchased_service/amount", "Bought service: amount", "PS1", 2, 0, "20", "", false, "2400"},
         {"/procedures/#/ndc/code", "Drug code (NDC)", "LIN", 3, 0, "24", "43", false, "2410"},
         {"/procedures/#/ndc/quantity", "Drug quantity", "CTP", 4, 0, "24", "43", false, "2410"},
         {"/procedures/#/ndc/unit", "Drug unit", "CTP", 5, 1, "24", "43", false, "2410"},
         {"/procedures/#/prescription_number", "Prescription number", "REF*XZ", 2, 0, "", "", false, "2410"},
         {"/procedures/#/providers", "Provider of the line", "NM1", 0, 0, "24J", "", false, "2420"}});
}

}  // namespace cw::fields
