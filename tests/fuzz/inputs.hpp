// What comes from outside, a function each: what must hold whatever the bytes are. Each aborts
// where it does not.
#pragma once

#include <string_view>

namespace werktdoord {

// A submission: its first byte chooses the envelope, the rest is the body.
void feed_request(std::string_view input);

// The headers of a webhook, a line each (id, timestamp, signature, secret), then the body.
void feed_webhook(std::string_view input);

// The bytes of a connection; the first says in how small pieces they come.
void feed_http(std::string_view input);

// The token of a link, a line; then the form that is posted to its page.
void feed_link(std::string_view input);

// A line of the journal, then a line with its personal texts.
void feed_journal(std::string_view input);

}  // namespace werktdoord
