// The data of a request (contract section 4): JSON to RequestData, strictly, and back from storage.
#pragma once

#include <boost/json/value.hpp>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "core/model.hpp"

namespace werktdoord {

// Reads the `data` object of a request. Fails with every problem at once, each with its JSON
// pointer below `pointer`. Members nobody here knows are kept in RequestData::document, never
// refused; null counts as not given. A postcode that does not exist is no problem here, a text
// that is no Dutch postcode is.
Parsed<RequestData> read_request_data(const boost::json::value& data,
                                      std::string_view pointer = "/data");
Parsed<RequestData> read_request_text(std::string_view text, std::string_view pointer = {});

// From a document in the store. It was checked when it came in: what no longer reads, because it
// was erased or the checks have changed since, stays empty. Fails only on what is no JSON object.
Parsed<RequestData> read_stored_document(const std::string& document);

// Replaces whole top-level members of a document by those of `patch`, both JSON objects; null
// removes, a patch of `kind` is refused. The result is a document that read_request_data takes.
// Problems point below /data, where the patch stands in request.amended.
Parsed<std::string> amend_document(std::string_view document, std::string_view patch);

}  // namespace werktdoord
