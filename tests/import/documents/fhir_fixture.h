#pragma once

#include "import/documents/readers.h"
#include "tests/import/fixtures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace cw::test {

inline Result<IncomingFile> readFhir(std::string_view json, std::string_view name = "bundle.json")
{
    const IncomingOptions options;
    CountingIdSource ids;
    const Progress progress;
    return readFhirFile({json, name, options, ids, progress});
}

/// JSON with ' for ", to be read by people.
inline std::string json(std::string text)
{
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

/// A collection Bundle of these resources, each under "http://test.example/fhir/<type>/<id>" when it has an id.
inline std::string bundle(const std::vector<std::string>& resources)
{
    std::string text = R"({"resourceType":"Bundle","type":"collection","entry":[)";
    for (const auto& resource : resources) {
        if (text.back() != '[') text += ',';
        text += R"({"resource":)" + json(resource) + "}";
    }
    return text + "]}";
}

inline const std::string patient =
    "{'resourceType':'Patient','id':'p1','identifier':[{'system':'http://hl7.org/fhir/sid/us-ssn','value':'999-00-1111'},"
    "{'type':{'coding':[{'code':'MR'}]},'system':'urn:oid:1.2.3.4','value':'MRN-7'}],"
    "'name':[{'use':'old','family':'Before'},{'use':'official','family':'Löfgren','given':['Marta','Ann'],"
    "'suffix':['Jr']}],'gender':'female','birthDate':'1971-04-09',"
    "'address':[{'line':['1 Elm St','Apt 2'],'city':'Troy','state':'NY','postalCode':'12180'}],"
    "'telecom':[{'system':'phone','value':'518-555-0100'}]}";

inline const std::string encounter =
    "{'resourceType':'Encounter','id':'e1','identifier':[{'system':'urn:oid:1.2.3.5','value':'V-55'}],"
    "'status':'finished','class':{'code':'AMB'},'subject':{'reference':'Patient/p1'},"
    "'period':{'start':'2025-03-04T09:00:00-05:00','end':'2025-03-04T09:30:00-05:00'},"
    "'participant':[{'individual':{'reference':'Practitioner/d1'}}]}";

inline const std::string practitioner =
    "{'resourceType':'Practitioner','id':'d1','identifier':[{'system':'http://hl7.org/fhir/sid/us-npi',"
    "'value':'1234567893'}],'name':[{'family':'Reyes','given':['Ana'],'prefix':['Dr.']}]}";

/// `members` of a resource of patient p1 and encounter e1.
inline std::string resource(const std::string& type, const std::string& id, const std::string& members)
{
    return "{'resourceType':'" + type + "','id':'" + id + "','subject':{'reference':'Patient/p1'}," +
           "'encounter':{'reference':'Encounter/e1'}," + members + "}";
}

/// The words that a code of the source stands in.
inline std::string wordsOf(const IncomingDocument& document, const SourceCode& code)
{
    return document.document.rendition.text.substr(static_cast<std::size_t>(code.span.begin),
                                                   static_cast<std::size_t>(code.span.end - code.span.begin));
}

/// Everything that must be the same when a part is read again, as text.
std::string fingerprint(const Incoming& item);

}  // namespace cw::test
