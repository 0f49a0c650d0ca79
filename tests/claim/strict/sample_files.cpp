#include "tests/claim/strict/sample_files.h"

#include "base/text.h"

namespace cw::strict {

std::string recounted(std::string_view file)
{
    std::string out;
    int count = 0;
    for (auto line : text::lines(file)) {
        ++count;
        if (line.starts_with("ST*")) count = 1;
        if (line.starts_with("SE*")) {
            out += "SE*" + std::to_string(count) + std::string(line.substr(line.find('*', 3))) + "\n";
            continue;
        }
        out += std::string(line) + "\n";
    }
    return out;
}

namespace {

constexpr std::string_view envelopeStart =
    "ISA*00*          *00*          *ZZ*SUB001         *ZZ*CLEAR01        *250318*1042*^*00501*000000031*0*T*:~\n"
    "GS*HC*SUB001*CLEAR01*20250318*1042*17*X*";
constexpr std::string_view submitter = "BHT*0019*00*B000219*20250318*1042*CH~\n"
                                       "NM1*41*2*ELM STREET CLINIC*****46*SUB001~\n"
                                       "PER*IC*BILLING OFFICE*TE*9375550111*EM*OFFICE@ELM.EXAMPLE~\n"
                                       "NM1*40*2*CLEARING HOUSE*****46*CLEAR01~\n";
constexpr std::string_view end = "GE*1*17~\nIEA*1*000000031~\n";

constexpr std::string_view childsClaim =
    "HL*1**20*1~\nPRV*BI*PXC*207Q00000X~\nNM1*85*2*ELM STREET CLINIC*****XX*1234567893~\nN3*1 MAIN ST~\n"
    "N4*DAYTON*OH*454020001~\nREF*EI*310123456~\nPER*IC*BILLING OFFICE*TE*9375550111~\nNM1*87*2~\nN3*PO BOX 9~\n"
    "N4*DAYTON*OH*454010009~\n"
    "HL*2*1*22*1~\nSBR*P**GRP-77******CI~\nNM1*IL*1*RIVERA*ANA****MI*W123456~\nREF*Y4*PC-1~\n"
    "NM1*PR*2*BUCKEYE MUTUAL*****PI*BM001~\nN3*PO BOX 500~\nN4*COLUMBUS*OH*43215~\nREF*G2*PN55~\n"
    "HL*3*2*23*0~\nPAT*19~\nNM1*QC*1*RIVERA*LEO*JOSE**JR~\nN3*12 ELM ST*APT 3~\nN4*DAYTON*OH*45402~\nDMG*D8*20140630*M~\n"
    "CLM*V-2002*1250.8***41:B:7*Y*A*Y*Y*P*AA:OA::OH*05********11~\n"
    "DTP*431*D8*20250111~\nDTP*439*D8*20250110~\nDTP*484*D8*20241220~\nDTP*435*D8*20250112~\nDTP*096*D8*20250114~\n"
    "PWK*OZ*BM***AC*DOC77~\nAMT*F5*.5~\nREF*9F*R-9~\nREF*G1*AUTH55~\nREF*F8*ICN123456789~\nREF*EA*MRN7~\nK3*STATE DATA~\n"
    "NTE*ADD*CORRECTED LATERALITY~\nCR1*LB*140**A*DH*12****BY STRETCHER~\nCRC*07*Y*01*06~\n"
    "HI*ABK:S8001XA*ABF:V4952XA*ABF:I10~\nHI*BP:01392~\nHI*BG:AA*BG:02~\n"
    "NM1*DN*1*NGUYEN*MINH****XX*1679576722~\nREF*0B*OH123~\nNM1*P3*1*PRIMA*PAUL~\n"
    "NM1*82*1*OKAFOR*IFE****XX*1497758544~\nPRV*PE*PXC*207Q00000X~\n"
    "NM1*77*2*ELM STREET ANNEX*****XX*1245319599~\nN3*99 SIDE RD~\nN4*KETTERING*OH*454291234~\n"
    "NM1*DQ*1*ADLER*RUTH****XX*1000000004~\n"
    "NM1*PW*2~\nN3*5 PICK UP LN~\nN4*DAYTON*OH*45402~\nNM1*45*2*HOSPITAL~\nN3*7 DROP OFF AVE~\nN4*DAYTON*OH*45402~\n"
    "LX*1~\nSV1*HC:29505:RT*412*UN*1*11**1:2**Y~\nDTP*472*D8*20250115~\nREF*6R*V-2002-1~\nNTE*ADD*LONG LEG SPLINT~\n"
    "LX*2~\nSV1*HC:J3490:::::UNCLASSIFIED DRUG*238.75*UN*.5***1~\nDTP*472*D8*20250115~\nREF*6R*V-2002-2~\n"
    "LIN**N4*00002751001~\nCTP****2*ML~\nREF*XZ*RX1~\nNM1*DK*1*SILVA*JOAO****XX*1558598797~\n"
    "LX*3~\nSV1*HC:01392:AA:QS*600.05*MJ*45***1~\nDTP*472*RD8*20250115-20250116~\nREF*6R*V-2002-3~\n";

constexpr std::string_view secondaryClaim =
    "HL*4*1*22*0~\nSBR*S*18***12****MB~\nNM1*IL*1*OAKES*BRUNO****MI*1EG4TE5MK73~\nN3*3 OAK ST~\nN4*DAYTON*OH*45402~\n"
    "DMG*D8*19500102*M~\nNM1*PR*2*MEDICARE PART B*****PI*15202~\n"
    "CLM*V-3003*250***11:B:1*Y*A*Y*Y~\nHI*ABK:E119*ABF:I10~\n"
    "SBR*P*18*EMP9******CI~\nAMT*D*150~\nAMT*EAF*30~\nOI***Y***Y~\nNM1*IL*1*OAKES*BRUNO****MI*W777~\n"
    "NM1*PR*2*BUCKEYE MUTUAL*****PI*BM001~\nREF*F8*PCN1~\n"
    "LX*1~\nSV1*HC:99213:25*150*UN*1***1:2~\nDTP*472*D8*20250115~\nREF*6R*V-3003-1~\n"
    "SVD*BM001*100*HC:99213:25**1~\nCAS*CO*45*20~\nCAS*PR*1*10*1*2*20~\nDTP*573*D8*20250220~\n"
    "LX*2~\nSV1*HC:85025*100*UN*1***1~\nDTP*472*D8*20250115~\nREF*6R*V-3003-2~\n"
    "SVD*BM001*50*HC:85025**1~\nCAS*CO*45*50~\nDTP*573*D8*20250220~\n";

constexpr std::string_view inpatientClaim =
    "HL*1**20*1~\nPRV*BI*PXC*282N00000X~\nNM1*85*2*ELM HOSPITAL*****XX*1234567893~\nN3*1 MAIN ST~\nN4*DAYTON*OH*454020001~\n"
    "REF*EI*310123456~\n"
    "HL*2*1*22*0~\nSBR*P*18*******MA~\nNM1*IL*1*OAKES*BRUNO****MI*1EG4TE5MK73~\nN3*3 OAK ST~\nN4*DAYTON*OH*45402~\n"
    "DMG*D8*19500102*M~\nNM1*PR*2*MEDICARE PART A*****PI*15201~\n"
    "CLM*V-4004*9000.5***11:A:1**A*Y*Y~\nDTP*434*RD8*20250110-20250114~\nDTP*435*DT*202501101330~\nDTP*096*TM*1100~\n"
    "CL1*1*1*01~\nAMT*F3*5~\nREF*EA*MRN9~\nNTE*ADD*BILLING NOTE~\n"
    "HI*ABK:I2109:::::::Y~\nHI*ABJ:R079~\nHI*ABN:W1830XA:::::::N~\nHI*DR:280~\nHI*ABF:E119:::::::Y*ABF:I10:::::::W~\n"
    "HI*BBR:02703DZ:D8:20250111~\nHI*BBQ:4A023N7:D8:20250111~\nHI*BI:74:RD8:20250110-20250111~\nHI*BH:11:D8:20250109~\n"
    "HI*BE:A1:::100*BE:80:::4~\nHI*BG:02*BG:C1~\n"
    "NM1*71*1*OKAFOR*IFE****XX*1497758544~\nPRV*AT*PXC*207R00000X~\nNM1*72*1*ADLER*RUTH****XX*1000000004~\n"
    "LX*1~\nSV2*0120**8000*DA*4**10~\nREF*6R*V-4004-1~\nLX*2~\nSV2*0300*HC:85025*1000.5*UN*1~\nREF*6R*V-4004-2~\n";

constexpr std::string_view outpatientClaim =
    "HL*3*1*22*0~\nSBR*S*18*******CI~\nNM1*IL*1*OAKES*BRUNO****MI*W777~\nN3*3 OAK ST~\nN4*DAYTON*OH*45402~\n"
    "DMG*D8*19500102*M~\nNM1*PR*2*BUCKEYE MUTUAL*****PI*BM001~\n"
    "CLM*V-5005*300***13:A:1**A*Y*Y~\nDTP*434*RD8*20250115-20250115~\nCL1*1*1*01~\nHI*ABK:R079~\nHI*APR:R079*APR:R0602~\n"
    "NM1*71*1*OKAFOR*IFE****XX*1497758544~\n"
    "SBR*P*18*******MA~\nCAS*CO*45*120~\nCAS*PR*1*30~\nAMT*D*150~\nOI***Y***Y~\nNM1*IL*1*OAKES*BRUNO****MI*1EG4TE5MK73~\n"
    "NM1*PR*2*MEDICARE PART A*****PI*15201~\nDTP*573*D8*20250220~\nREF*F8*PCN2~\n"
    "LX*1~\nSV2*0450*HC:99283*300*UN*1~\nDTP*472*D8*20250115~\nREF*6R*V-5005-1~\n";

std::string fileOf(std::string_view guide, std::string_view first, std::string_view second)
{
    std::string file(envelopeStart);
    file.append(guide).append("~\nST*837*0001*").append(guide).append("~\n").append(submitter);
    file.append(first).append(second).append("SE*0*0001~\n").append(end);
    return recounted(file);
}

}  // namespace

std::string professionalSample()
{
    return fileOf("005010X222A1", childsClaim, secondaryClaim);
}

std::string institutionalSample()
{
    return fileOf("005010X223A2", inpatientClaim, outpatientClaim);
}

}  // namespace cw::strict
