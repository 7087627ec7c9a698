// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "cli/profilescommand.h"

#include "base/displaytext.h"
#include "profiles/profilename.h"
#include "session/timetext.h"
#include "json/writer.h"

#include <CLI/CLI.hpp>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

void time(JsonWriter &json, const char *name, std::optional<qint64> ms)
{
    json.member(name);
    if (ms)
        json.integer(*ms / 1000);
    else
        json.null();
}

/// Times are seconds since 1970.
QByteArray listJson(const QList<ProfileListing> &listings)
{
    JsonWriter json(JsonWriter::Format::Indented);
    json.beginArray();
    for (const ProfileListing &listing : listings) {
        json.beginObject().member("full_name").string(commandLineName(listing));
        json.member("id").string(listing.id.toString(QUuid::WithoutBraces));
        json.member("customer").string(listing.customer);
        json.member("name").string(listing.name);
        json.member("environment").string(wireName(listing.environment));
        json.member("alias").string(listing.alias);
        json.member("pinned").boolean(listing.pinned);
        json.member("last_result").string(listing.lastResult);
        time(json, "last_used", listing.lastUsedMs);
        time(json, "token_expires", listing.tokenExpiresMs);
        json.member("secret_expires_on");
        if (listing.secretExpiresOn)
            json.string(listing.secretExpiresOn->toString(Qt::ISODate));
        else
            json.null();
        json.endObject();
    }
    json.endArray();
    return terminalSafeJson(json.take()) + '\n';
}

/// What the chip of the window's list says (visual: "The list").
QString stateText(const ProfileListing &listing, qint64 nowMs)
{
    if (listing.lastResult == "refused"_L1)
        return u"refused"_s;
    if (listing.lastResult == "no_answer"_L1)
        return u"no answer"_s;
    if (!listing.tokenExpiresMs)
        return {};
    return *listing.tokenExpiresMs > nowMs
        ? u"live, "_s + durationText(*listing.tokenExpiresMs - nowMs)
        : u"expired"_s;
}

Ink stateInk(const ProfileListing &listing, qint64 nowMs)
{
    if (listing.lastResult == "refused"_L1 || listing.lastResult == "no_answer"_L1)
        return Ink::Bad;
    return listing.tokenExpiresMs.value_or(0) > nowMs ? Ink::Good : Ink::Dim;
}

} // namespace

void ProfilesCommand::run()
{
    const QList<ProfileListing> listings = workspace().profiles().listings();
    if (m_json)
        return end(out.answer(listJson(listings)));
    if (listings.isEmpty()) {
        out.note(u"there are no profiles yet; mintmark-cli profile add makes one."_s);
        return end(ExitCode::Done);
    }
    qsizetype width = 0;
    for (const ProfileListing &listing : listings)
        width = qMax(width, displayText(commandLineName(listing)).text.size());
    const qint64 now = workspace().clock().nowMs();
    QStringList lines;
    for (const ProfileListing &listing : listings) {
        const QString name = displayText(commandLineName(listing)).text;
        const QString state = stateText(listing, now);
        lines << (state.isEmpty()
                      ? name
                      : name.leftJustified(width + 2) + out.inked(state, stateInk(listing, now)));
    }
    end(out.answerText(lines.join(u'\n')));
}

void addProfiles(CLI::App &app, CommandFactory &chosen)
{
    CLI::App *profiles = app.add_subcommand("profiles", "List the profiles");
    auto json = std::make_shared<bool>(false);
    profiles->add_flag("--json", *json, "Print a JSON array");
    profiles->callback([json, &chosen] {
        chosen = [json = *json](Output &output, const GlobalOptions &options) {
            return std::make_unique<ProfilesCommand>(output, options, json);
        };
    });
}

} // namespace mintmark
