#include "codec/mime.hpp"

#include <gmime/gmime.h>
#include <openssl/sha.h>

#include <array>
#include <cstdio>
#include <memory>

#include "codec/clean_text.hpp"
#include "codec/email_address.hpp"
#include "codec/encoded_words.hpp"

namespace werktdoord {
namespace {

// GMime keeps tables of its own; they are made once and live as long as the process.
void start_gmime() {
    static const bool started = [] {
        g_mime_init();
        return true;
    }();
    static_cast<void>(started);
}

struct Unref {
    void operator()(gpointer object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

struct FreeText {
    void operator()(char* text) const { g_free(text); }
};
struct FreeOptions {
    void operator()(GMimeFormatOptions* options) const { g_mime_format_options_free(options); }
};
using Options = std::unique_ptr<GMimeFormatOptions, FreeOptions>;

// One line in which nothing reads as an encoded word (RFC 2047): what a stranger encoded would be
// decoded by the recipient's program, behind the back of clean_line.
std::string header_text(std::string_view text) {
    std::string out = clean_line(text);
    for (std::size_t at = out.find("=?"); at != std::string::npos; at = out.find("=?", at))
        out.replace(at, 2, "= ?");
    return out;
}

// An address has no spaces or brackets; whatever tries to pass as one is left out.
std::string clean_address(std::string_view text) {
    std::string out;
    for (const char c : clean_line(text))
        if (c != ' ' && c != '<' && c != '>' && c != ',' && c != ';') out += c;
    return out;
}

// A header as it stands in the mail, after its name and colon.
void set_raw(GMimeObject* object, const char* name, const std::string& value) {
    GMimeHeader* header =
        g_mime_header_list_get_header(g_mime_object_get_header_list(object), name);
    g_mime_header_set_raw_value(header, (" " + value + "\n").c_str());
}

std::size_t column_after(std::string_view name) {
    return name.size() + std::string_view(": ").size();
}

void set_header(GMimeObject* object, const char* name, const std::string& value) {
    const std::string text = header_text(value);
    g_mime_object_set_header(object, name, text.c_str(), "utf-8");
    if (needs_encoded_words(text)) set_raw(object, name, encoded_words(text, column_after(name)));
}

// A multipart's boundary must not occur in its parts: quoted-printable never has "=_".
std::string boundary_of(const std::string& message_id) {
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    SHA256(reinterpret_cast<const unsigned char*>(message_id.data()), message_id.size(),
           digest.data());
    std::string out = "=_";
    for (std::size_t i = 0; i < 16; ++i) {
        std::array<char, 3> hex{};
        std::snprintf(hex.data(), hex.size(), "%02x", digest[i]);
        out += hex.data();
    }
    return out;
}

Owned<GMimeObject> make_part(const char* subtype, const std::string& content) {
    const std::string text = clean_text(content);
    const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(text.data(), text.size()));
    const Owned<GMimeDataWrapper> wrapper(
        g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT));
    GMimeTextPart* part = g_mime_text_part_new_with_subtype(subtype);
    g_mime_text_part_set_charset(part, "utf-8");
    g_mime_part_set_content(GMIME_PART(part), wrapper.get());
    g_mime_part_set_content_encoding(GMIME_PART(part), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
    return Owned<GMimeObject>(GMIME_OBJECT(part));
}

void add_address(GMimeMessage* mail, GMimeAddressType type, const char* header,
                 const Mailbox& address) {
    const std::string name = header_text(address.name);
    const std::string clean = clean_address(address.address);
    const std::string box = ascii_address(clean).value_or(clean);
    const Owned<InternetAddress> mailbox(
        internet_address_mailbox_new(name.empty() ? nullptr : name.c_str(), box.c_str()));
    internet_address_list_add(g_mime_message_get_addresses(mail, type), mailbox.get());
    if (!needs_encoded_words(name)) return;
    set_raw(GMIME_OBJECT(mail), header,
            encoded_words(name, column_after(header)) + "\n <" + box + ">");
}

void set_headers(GMimeMessage* mail, const MailMessage& message) {
    GMimeObject* object = GMIME_OBJECT(mail);
    add_address(mail, GMIME_ADDRESS_TYPE_FROM, "From", message.from);
    add_address(mail, GMIME_ADDRESS_TYPE_TO, "To", message.to);
    set_header(object, "Subject", message.subject);
    set_header(object, "Date", to_mail_date(message.date, message.zone));
    set_header(object, "Message-ID", "<" + clean_address(message.message_id) + ">");
    if (!message.thread_id.empty()) {
        const std::string thread = "<" + clean_address(message.thread_id) + ">";
        set_header(object, "In-Reply-To", thread);
        set_header(object, "References", thread);
    }
    set_header(object, "Auto-Submitted", "auto-generated");  // RFC 3834
    set_header(object, "X-Auto-Response-Suppress", "All");   // Exchange
    set_header(object, "MIME-Version", "1.0");
}

}  // namespace

std::string to_mime(const MailMessage& message) {
    start_gmime();
    const Owned<GMimeMessage> mail(g_mime_message_new(FALSE));
    set_headers(mail.get(), message);

    const Owned<GMimeMultipart> both(g_mime_multipart_new_with_subtype("alternative"));
    g_mime_multipart_set_boundary(both.get(), boundary_of(message.message_id).c_str());
    g_mime_multipart_add(both.get(), make_part("plain", message.text).get());
    g_mime_multipart_add(both.get(), make_part("html", message.html).get());
    g_mime_message_set_mime_part(mail.get(), GMIME_OBJECT(both.get()));

    const Options options(g_mime_format_options_new());
    g_mime_format_options_set_newline_format(options.get(), GMIME_NEWLINE_FORMAT_DOS);
    const std::unique_ptr<char, FreeText> bytes(
        g_mime_object_to_string(GMIME_OBJECT(mail.get()), options.get()));
    return bytes.get();
}

std::string to_mail_date(Instant instant, const Zone& zone) {
    using namespace std::chrono;
    static constexpr std::array<const char*, 7> days{"Sun", "Mon", "Tue", "Wed",
                                                     "Thu", "Fri", "Sat"};
    static constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const LocalTime local = zone.to_local(instant);
    const auto offset =
        duration_cast<minutes>(local.time_since_epoch() - instant.time_since_epoch());
    const LocalDay day = floor<std::chrono::days>(local);
    const year_month_day date(day);
    const hh_mm_ss time(floor<seconds>(local - day));
    const auto away = static_cast<int>(offset.count() < 0 ? -offset.count() : offset.count());
    std::array<char, 64> out{};
    std::snprintf(out.data(), out.size(), "%s, %02u %s %04d %02d:%02d:%02d %c%02d%02d",
                  days[weekday(day).c_encoding()], static_cast<unsigned>(date.day()),
                  months[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
                  static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()), offset.count() < 0 ? '-' : '+',
                  away / 60, away % 60);
    return out.data();
}

}  // namespace werktdoord
