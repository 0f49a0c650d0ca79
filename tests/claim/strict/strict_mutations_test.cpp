#include "tests/claim/strict/sample_files.h"
#include "tests/claim/strict/strict.h"

#include <gtest/gtest.h>

namespace cw::strict {
namespace {

std::string joined(const Faults& faults)
{
    std::string all;
    for (const auto& fault : faults) all += fault + "\n";
    return all;
}

/// One change of a good file: the first `from` becomes `to`, SE01 is set right again unless the change is there.
struct Mutation {
    const char* from;
    const char* to;
    const char* fault;  ///< Part of a fault that must be found.
};

void PrintTo(const Mutation& mutation, std::ostream* out)
{
    *out << mutation.from << " -> " << mutation.to;
}

void expectCaught(const std::string& good, const Mutation& mutation)
{
    SCOPED_TRACE(std::string(mutation.from) + " -> " + mutation.to);
    auto file = good;
    const auto at = file.find(mutation.from);
    ASSERT_NE(std::string::npos, at);
    file.replace(at, std::string_view(mutation.from).size(), mutation.to);
    const bool asItIs = std::string_view(mutation.from).starts_with("\nSE*") || file.find('\r') != std::string::npos;
    const auto all = joined(strictFaults(asItIs ? file : recounted(file)));
    EXPECT_NE(std::string::npos, all.find(mutation.fault)) << "found: " << all;
}

class StrictProfessional : public testing::TestWithParam<Mutation> {};

TEST_P(StrictProfessional, CatchesTheMutation)
{
    expectCaught(professionalSample(), GetParam());
}

const Mutation professionalMutations[] = {
    // Envelope.
    {"ISA*00", "ISA*01", "ISA01"},
    {"*SUB001         *", "*SUB001        *", "delimiters are the same"},
    {"*250318*", "*251318*", "ISA09"},
    {"*^*", "*:*", "delimiters are the same"},
    {"*00501*", "*00401*", "ISA12"},
    {"00501*000000031", "00501*000000032", "IEA02"},
    {"*0*T*", "*2*T*", "ISA14"},
    {"*0*T*", "*0*X*", "ISA15"},
    {"GS*HC", "GS*HP", "GS01"},
    {"*20250318*1042*17*X", "*20250319*1042*17*X", "GS04"},
    {"1042*17*X", "1042*017*X", "GS06"},
    {"*17*X*005010X222A1", "*17*X*005010X222A2", "GS08"},
    {"ST*837*0001*005010X222A1", "ST*837*0001", "ST03"},
    {"ST*837*0001", "ST*837*001", "ST02"},
    {"\nSE*", "\nSE*1", "SE01"},
    {"*0001~\nGE", "*0002~\nGE", "SE02"},
    {"GE*1", "GE*2", "GE01"},
    {"GE*1*17", "GE*1*18", "GE02"},
    {"IEA*1", "IEA*2", "IEA01"},
    {"IEA*1*000000031~\n", "IEA*1*000000031~\nX", "text behind"},
    {"BHT*0019*00", "BHT*0019*01", "BHT02"},
    {"*1042*CH", "*1042*CX", "BHT06"},
    {"HL*1**20*1~\n", "HL*1**20*1~\r\n", "line end"},
    // Segments and loops.
    {"BHT*0019*00*B000219*20250318*1042*CH~\n", "", "BHT  is missing"},
    {"NM1*40*2*CLEARING HOUSE*****46*CLEAR01~\n", "", "1000B is missing"},
    {"N3*1 MAIN ST~\nN4*DAYTON*OH*454020001~\n", "N4*DAYTON*OH*454020001~\nN3*1 MAIN ST~\n", "may not stand here"},
    {"REF*EI*310123456~\n", "", "REF EI|SY is missing"},
    {"REF*EI*310123456~\n", "REF*EI*310123456~\nREF*SY*310123456~\n", "too many"},
    {"REF*G1*AUTH55~\n", "REF*G1*AUTH55~\nREF*G1*AUTH56~\n", "too often"},
    {"HI*ABK:S8001XA*ABF:V4952XA*ABF:I10~\n", "", "HI ABK|BK is missing"},
    {"K3*STATE DATA~\nNTE*ADD*CORRECTED LATERALITY~\n", "NTE*ADD*CORRECTED LATERALITY~\nK3*STATE DATA~\n",
     "may not stand here"},
    {"NM1*82*1*OKAFOR", "NM1*71*1*OKAFOR", "may not stand here"},
    {"DTP*472*D8*20250115~\nREF*6R*V-2002-1~\n", "REF*6R*V-2002-1~\nDTP*472*D8*20250115~\n", "may not stand here"},
    {"REF*6R*V-2002-1~\n", "", "REF 6R is missing"},
    {"DTP*472*D8*20250115~\n", "", "DTP 472 is missing"},
    {"CTP****2*ML~\n", "", "CTP  is missing"},
    {"SV1*HC:29505:RT*412*UN*1*11**1:2**Y~\n", "", "SV1  is missing"},
    {"NM1*DN*1*NGUYEN*MINH****XX*1679576722~\n",
     "NM1*DN*1*NGUYEN*MINH****XX*1679576722~\nNM1*DN*1*NGUYEN*MINH****XX*1679576722~\n", "one qualifier"},
    {"PAT*19~\n", "", "PAT  is missing"},
    {"OI***Y***Y~\n", "", "OI  is missing"},
    {"DTP*573*D8*20250220~\n", "", "DTP 573 is missing"},
    // Elements.
    {"NM1*QC*1*RIVERA*LEO", "NM1*QC*1*Rivera*LEO", "lower case"},
    {"REF*9F*R-9~", "REF*9F*R-9*~", "empty element"},
    {"REF*9F*R-9~", "REF*9F* R-9~", "blank at an end"},
    {"REF*9F*R-9~", "REF*9F*R-9 ~", "blank at an end"},
    {"REF*9F*R-9~", "REF*9F*R^9~", "repetition sign"},
    {"REF*9F*R-9~", "REF*9F*R\t9~", "outside the X12 sets"},
    {"REF*9F*R-9~", "REF*9F*R\xc3\xa9~", "outside the X12 sets"},
    {"REF*9F*R-9~", "REF*9F*R:9~", "component separator in a simple"},
    {"REF*9F*R-9~", "REF*9F~", "missing"},
    {"REF*9F*R-9~", "REF*9F*R-9*X~", "too many elements"},
    {"SV1*HC:29505:RT*", "SV1*HC:29505:RT:*", "empty component"},
    {"1250.8*", "1250.80*", "not of its format"},
    {"AMT*F5*.5", "AMT*F5*0.5", "not of its format"},
    {"AMT*F5*.5", "AMT*F5*.505", "not of its format"},
    {"412*UN*1*", "412*UN*01*", "not of its format"},
    {"412*UN*1*", "412*UN*0*", "units of 0"},
    {"412*UN*1*", "412*XX*1*", "not of its format"},
    {"DMG*D8*20140630*M", "DMG*D8*20140631*M", "not of its format"},
    {"DMG*D8*20140630*M", "DMG*D8*20140630*X", "not of its format"},
    {"DTP*096*", "DTP*96*", "may not stand here"},
    {"20250115-20250116", "20250116-20250115", "not of its format"},
    {"N4*DAYTON*OH*45402~", "N4*DAYTON*OX*45402~", "not of its format"},
    {"N4*DAYTON*OH*45402~", "N4*DAYTON*OH*4540~", "not of its format"},
    {"PXC*207Q00000X", "PXC*207Q0000X", "not of its format"},
    {"CR1*LB*140", "CR1**140", "CR101 and CR102"},
    {"CRC*07*Y*01", "CRC*07*Y*99", "not of its format"},
    {"PWK*OZ*BM***AC*DOC77", "PWK*OZ*BM", "PWK06"},
    // Levels.
    {"HL*2*1*22*1", "HL*3*1*22*1", "HL01"},
    {"HL*3*2*23*0", "HL*3*1*23*0", "HL02"},
    {"HL*2*1*22*1", "HL*2*1*22*0", "HL04"},
    {"HL*4*1*22*0", "HL*4*1*22*1", "HL04"},
    {"SBR*P**GRP", "SBR*P*18*GRP", "SBR02"},
    {"SBR*S*18", "SBR*S*", "SBR02"},
    {"N3*3 OAK ST~\nN4*DAYTON*OH*45402~\nDMG*D8*19500102*M~\n", "", "the patient's N3 is missing"},
    {"N4*DAYTON*OH*45402~\nDMG*D8*19500102*M~\n", "N4*DAYTON*OH*45402~\n", "the patient's DMG"},
    {"SBR*P**GRP-77*", "SBR*P**GRP-77*NAME", "SBR04 beside"},
    {"GRP-77******CI", "GRP-77***1***CI", "not used"},
    {"GRP-77******CI", "GRP-77******09", "not of its format"},
    {"SBR*S*18***12****MB", "SBR*S*18*******MB", "SBR05 is missing"},
    {"SBR*P**GRP-77******CI", "SBR*P**GRP-77**12****CI", "SBR05 where"},
    // Parties.
    {"XX*1234567893", "XX*1234567894", "not of its format"},
    {"XX*1234567893", "XX*123456789", "not of its format"},
    {"XX*1497758544", "XX*3497758544", "not of its format"},
    {"NM1*P3*1*PRIMA*PAUL~", "NM1*P3*1*PRIMA*PAUL****XX~", "NM108 and NM109"},
    {"NM1*P3*1*PRIMA*PAUL~", "NM1*P3*1*PRIMA~", "without a first name"},
    {"NM1*85*2*ELM STREET CLINIC*****", "NM1*85*2*ELM STREET CLINIC*X****", "organisation with a first name"},
    {"NM1*QC*1*RIVERA*LEO*JOSE**JR~", "NM1*QC*1*RIVERA*LEO*JOSE**JR*MI*1234~", "too many elements"},
    {"NM1*87*2~", "NM1*87*2*NAME~", "too many elements"},
    {"NM1*IL*1*RIVERA*ANA****MI*W123456", "NM1*IL*1*RIVERA*ANA", "missing"},
    {"N3*1 MAIN ST~", "N3*P.O. BOX 12~", "post box"},
    {"N4*DAYTON*OH*454020001~\n", "N4*DAYTON*OH*45402~\n", "ZIP code is not nine"},
    {"N4*KETTERING*OH*454291234", "N4*KETTERING*OH*45429", "ZIP code is not nine"},
    {"REF*EI*310123456", "REF*EI*31-012345", "not of its format"},
    {"TE*9375550111*EM", "TE*937555011*EM", "ten digits"},
    {"TE*9375550111*EM*OFFICE@ELM.EXAMPLE", "TE*9375550111*EM", "only together"},
    {"TE*9375550111*EM*OFFICE@ELM.EXAMPLE", "TE*9375550111*EX*X1", "extension"},
    {"N3*PO BOX 500~\n", "", "N3 and N4"},
    // Claims.
    {"1250.8*", "1250.7*", "sum of its lines"},
    {"CLM*V-2002*", "CLM*V_2002*", "dash"},
    {"CLM*V-2002*", "CLM*V-20020000000000000000000*", "not of its format"},
    {"CLM*V-3003*", "CLM*V-2002*", "twice in the file"},
    {"41:B:7", "41:B:1", "REF*F8 on an original"},
    {"REF*F8*ICN123456789~\n", "", "without REF*F8"},
    {"41:B:7", "4:B:7", "not of its format"},
    {"41:B:7", "41:A:7", "not of its format"},
    {"*Y*A*Y*Y*P*AA:OA::OH", "*Y*A*Y*Y*P*AA:OA", "CLM11-4"},
    {"DTP*439*D8*20250110~\n", "", "DTP*439"},
    {"AA:OA::OH", "AA:AA::OH", "names a cause twice"},
    {"CLM*V-3003*250***11:B:1*Y*A*Y*Y~", "CLM*V-3003*250***11:B:1*Y*A*Y*Y**OA~", "DTP*439"},
    {"ABF:I10~\nHI*BP", "ABF:S8001XA~\nHI*BP", "diagnosis stands twice"},
    {"ABK:E119", "ABK:E11.9", "without dot"},
    {"ABK:E119", "BK:E119", "ICD-9"},
    {"ABK:S8001XA*ABF:V4952XA", "ABK:V4952XA*ABF:S8001XA", "external cause"},
    {"ABK:E119*ABF", "ABK:E119*ABK", "not of its format"},
    {"DTP*431*D8*20250111", "DTP*431*D8*20130111", "before birth"},
    {"DTP*431*D8*20250111", "DTP*431*D8*20250319", "in the future"},
    {"DTP*435*D8*20250112", "DTP*435*D8*20250115", "discharged before"},
    // Lines.
    {"LX*2~", "LX*3~", "LX01"},
    {"***1:2~", "***1:3~", "pointer names no"},
    {"***1:2~", "***1:1~", "pointer stands twice"},
    {"***1:2~", "***1:0~", "pointer names no"},
    {"***1:2~", "~", "missing"},
    {"01392:AA:QS", "01392:AA:AA", "modifier stands twice"},
    {"01392:AA:QS", "01392::QS", "modifier behind"},
    {"HC:85025*100", "HC:8502*100", "not of its format"},
    {"HC:J3490:::::UNCLASSIFIED DRUG", "HC:J3490", "without a description"},
    {"V-2002-2", "V-2002-1", "control number stands twice"},
    {"N4*00002751001", "N4*0002751001", "not of its format"},
    {"CTP****2*ML", "CTP****0*ML", "quantity 0"},
    {"CTP****2*ML", "CTP****2*XX", "not of its format"},
    {"RT*412*UN*1*11*", "RT*412*UN*1*41*", "repeats the claim's place"},
    {"NM1*45*2*HOSPITAL~\nN3*7 DROP OFF AVE~\nN4*DAYTON*OH*45402~\n", "", "pick-up"},
    // Other payers.
    {"AMT*D*150~\n", "AMT*D*140~\n", "does not balance"},
    {"AMT*D*150~\n", "", "without AMT*D"},
    {"CAS*CO*45*20~", "CAS*CO*45*21~", "the line does not balance"},
    {"CAS*PR*1*10*1*2*20~\n", "CAS*PR*1*10~\nCAS*PR*2*20~\n", "has room"},
    {"CAS*CO*45*20~", "CAS*CO*45*20**96*0~", "adjustment of zero"},
    {"CAS*CO*45*20~", "CAS*CX*45*20~", "not of its format"},
    {"SVD*BM001*100", "SVD*BM002*100", "names no other payer"},
    {"SBR*P*18*EMP9", "SBR*S*18*EMP9", "rank stands twice"},
    {"SBR*P*18*EMP9", "SBR*P**EMP9", "missing"},
    {"NM1*PR*2*BUCKEYE MUTUAL*****PI*BM001~\nREF*F8*PCN1~\n",
     "NM1*PR*2*BUCKEYE MUTUAL*****PI*BM001~\nDTP*573*D8*20250220~\nREF*F8*PCN1~\n", "DTP*573 on claim and line"},
};

INSTANTIATE_TEST_SUITE_P(Each, StrictProfessional, testing::ValuesIn(professionalMutations));

class StrictInstitutional : public testing::TestWithParam<Mutation> {};

TEST_P(StrictInstitutional, CatchesTheMutation)
{
    expectCaught(institutionalSample(), GetParam());
}

const Mutation institutionalMutations[] = {
    {"ST*837*0001*005010X223A2", "ST*837*0001*005010X222A1", "ST03"},
    {"NM1*85*2*ELM HOSPITAL", "NM1*85*1*ELM HOSPITAL", "not of its format"},
    {"REF*EI", "REF*SY", "may not stand here"},
    {"11:A:1", "11:B:1", "not of its format"},
    {"11:A:1**", "11:A:1*Y*", "not used"},
    {"11:A:1", "01:A:1", "facility and class"},
    {"DTP*434*RD8*20250110-20250114~\n", "", "DTP 434 is missing"},
    {"DTP*434*RD8*20250110-20250114", "DTP*434*D8*20250110", "not of its format"},
    {"DTP*435*DT*202501101330~\n", "", "without the admission date"},
    {"DTP*435*DT*202501101330", "DTP*435*DT*20250110", "not of its format"},
    {"DTP*435*DT*202501101330", "DTP*435*DT*202501151330", "admitted after"},
    {"DTP*096*TM*1100~\n", "", "discharge hour"},
    {"DTP*096*TM*1100", "DTP*096*TM*2500", "not of its format"},
    {"CL1*1*1*01", "CL1*1*1*30", "a patient who stays"},
    {"11:A:1", "11:A:2", "does not stay"},
    {"CL1*1*1*01~\n", "", "CL1  is missing"},
    {"CL1*1*1*01", "CL1**1*01", "without CL101"},
    {"CL1*1*1*01", "CL1*1*1*1", "not of its format"},
    {"HI*ABJ:R079~\n", "", "admitting diagnosis"},
    {"HI*ABJ:R079~\n", "HI*APR:R079~\n", "reason for visit on an inpatient"},
    {"HI*ABK:I2109:::::::Y~\nHI*ABJ:R079~\n", "HI*ABJ:R079~\nHI*ABK:I2109:::::::Y~\n", "may not stand here"},
    {"ABK:I2109:::::::Y", "ABK:I2109:::::::X", "not of its format"},
    {"ABK:I2109:::::::Y", "ABK:I2109::::::Y", "not used"},
    {"ABK:I2109:::::::Y", "ABK:I2109:::::::1", "not of its format"},
    {"SBR*P*18*******MA", "SBR*S*18***12****MA", "not used"},
    {"ABF:I10:::::::W", "ABF:E119:::::::W", "diagnosis stands twice"},
    {"BBR:02703DZ", "BBR:02703D", "ICD-10-PCS"},
    {"BBR:02703DZ", "BBR:O2703DZ", "ICD-10-PCS"},
    {"BBR:02703DZ:D8:20250111", "BBR:02703DZ:D8", "missing"},
    {"BBR:02703DZ:D8:20250111", "BBR:02703DZ:D8:20250211", "after the statement"},
    {"HI*BH:11:D8:20250109~\nHI*BE:A1:::100*BE:80:::4~\n", "HI*BE:A1:::100*BE:80:::4~\nHI*BH:11:D8:20250109~\n",
     "may not stand here"},
    {"BE:A1:::100", "BE:A1:100", "not used"},
    {"NM1*71*1*OKAFOR*IFE****XX*1497758544~\nPRV*AT*PXC*207R00000X~\n", "", "no attending"},
    {"SV2*0120**", "SV2*120**", "not of its format"},
    {"SV2*0120**8000", "SV2*0120**8001", "sum of its lines"},
    {"DA*4**10", "DA*4**9999", "more is not covered"},
    {"DA*4**10", "MJ*4**10", "not of its format"},
    {"SV2*0450*HC:99283*300*UN*1~\nDTP*472*D8*20250115~\n", "SV2*0450*HC:99283*300*UN*1~\n", "without its date"},
    {"DTP*472*D8*20250115", "DTP*472*D8*20250116", "outside the statement"},
    {"CAS*CO*45*120", "CAS*CO*45*121", "does not balance"},
    {"DTP*573*D8*20250220~\n", "", "DTP*573 is missing"},
    {"HI*APR:R079*APR:R0602~\n", "HI*BBR:02703DZ:D8:20250115~\n", "on an outpatient claim"},
    {"SBR*P*18*******MA~\nCAS", "SBR*T*18*******MA~\nCAS", "primary one is not named"},
};

INSTANTIATE_TEST_SUITE_P(Each, StrictInstitutional, testing::ValuesIn(institutionalMutations));

}  // namespace
}  // namespace cw::strict
