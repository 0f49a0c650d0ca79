#pragma once

#include "tests/cli/command_line_fixture.h"

#include <algorithm>
#include <fstream>

namespace cw::test {

/// The demo encounter V-10451, sent and answered. Its partner writes the answers: sender and receiver of what we sent, the
/// other way round.
class AnsweredClaims : public CommandLineTest {
protected:
    void SetUp() override
    {
        const auto ran = run("biller", {"claims", "export", "V-10451", "--form", "837p", "--out", out().string()});
        ASSERT_EQ(0, ran.status) << ran.err;
        m_sent = slurp(ran.rows().at(1).at(1));
    }

    std::string interchange(const std::string& body, bool hasGroup)
    {
        const auto number = std::to_string(100000900 + ++m_number);
        return "ISA*00*          *00*          *ZZ*" + m_sent.substr(54, 15) + "*ZZ*" + m_sent.substr(35, 15) +
               "*250121*0900*^*00501*" + number + "*0*P*:~" + body + "IEA*" + (hasGroup ? "1" : "0") + "*" + number +
               "~";
    }
    /// TA1 for the file that was sent.
    std::string ta1(const std::string& code, const std::string& note)
    {
        return interchange("TA1*" + m_sent.substr(90, 9) + "*250120*0900*" + code + "*" + note + "~", false);
    }
    /// One payment for one claim of 475.00, with its reasons at the claim.
    std::string remit(const std::string& claimNumber, const std::string& status, const std::string& paid,
                      const std::string& reasons, const std::string& trace = "EFT1")
    {
        std::string body = "BPR*I*" + paid +
                           "*C*ACH*CCP*01*999999992*DA*123*1512345678**01*999988880*DA*98*20250203~TRN*1*" + trace +
                           "*1512345678~DTM*405*20250203~N1*PR*BUCKEYE MUTUAL*XV*15202~N3*1 PAY ST~"
                           "N4*DAYTON*OH*45402~PER*BL*HELP*TE*8005551212~N1*PE*THE CLINIC*XX*1000007363~LX*1~"
                           "CLP*" +
                           claimNumber + "*" + status + "*475*" + paid + "**12*PCN1*11*1~" + reasons +
                           "NM1*QC*1*AMSEL~DTM*232*20250115~";
        const auto count = std::count(body.begin(), body.end(), '~') + 2;
        return interchange("GS*HP*THEM*US*20250121*0900*1*X*005010X221A1~ST*835*0001~" + body + "SE*" +
                               std::to_string(count) + "*0001~GE*1*1~",
                           true);
    }
    std::string denial(const std::string& claimNumber = "V-10451", const std::string& trace = "EFT1")
    {
        return remit(claimNumber, "4", "0", "CAS*CO*197*475~", trace);
    }
    std::string write(const std::string& name, const std::string& bytes)
    {
        std::ofstream(path(name), std::ios::binary) << bytes;
        return path(name);
    }
    Ran take(const std::string& name, const std::string& bytes)
    {
        return run("biller", {"claims", "import", write(name, bytes)});
    }

    std::string m_sent;
    int m_number = 0;
};

}  // namespace cw::test
