// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "cli/profileshowcommand.h"

#include "base/displaytext.h"
#include "base/errorcatalogue.h"
#include "cli/arguments.h"
#include "oauth/keyinput.h"
#include "profiles/profilename.h"
#include "json/reader.h"
#include "json/writer.h"

#include <CLI/CLI.hpp>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

/// What `token --from` reads, without the secrets: nothing of them is given to the writer.
QByteArray withoutSecrets(const Profile &profile)
{
    const SecretBytes item = toKeychainItem(profile, {});
    return item.view().toByteArray();
}

QString secretText(const SecretSummary &secret)
{
    if (secret.characters == 0)
        return u"none"_s;
    QString text = u"%1 characters"_s.arg(secret.characters);
    if (!secret.ending.isEmpty())
        text += u", ends in …%1"_s.arg(displayText(secret.ending).text);
    if (!secret.fingerprint.isEmpty())
        text += u", fingerprint %1"_s.arg(secret.fingerprint);
    return text;
}

/// The thumbprint tells whether it is the key that was registered, and nothing of its private half.
QString keyText(const SecretBytes &key, const QString &keyId)
{
    const Result<KeyInput> input = keyFromInput(key, {}, keyId);
    return input ? u"%1, thumbprint %2"_s.arg(input->description, input->thumbprint)
                 : errorText(input.error()).cause;
}

QString valueText(const JsonValue &value)
{
    if (value.isString())
        return displayText(value.toString()).text;
    return QString::fromUtf8(terminalSafeJson(JsonWriter().value(value).take()));
}

} // namespace

void ProfileShowCommand::run()
{
    const Result<ProfileListing> listing = findListing(m_name);
    if (!listing)
        return fail(listing.error());
    ask([this, id = listing->id] { return workspace().profiles().load(id); },
        [this](const LoadedProfile &loaded) { show(loaded); });
}

void ProfileShowCommand::show(const LoadedProfile &loaded)
{
    const Profile &profile = loaded.profile;
    const JsonDocument item = JsonDocument::parse(withoutSecrets(profile));
    const JsonValue root = item.root();
    if (m_json) {
        JsonWriter json(JsonWriter::Format::Indented);
        return end(out.answer(terminalSafeJson(json.value(root).take()) + '\n'));
    }
    QStringList lines { out.inked(displayText(commandLineName(profile.listing)).text,
                                  Ink::Strong) };
    const auto add = [&lines](const QString &name, const QString &value) {
        lines << u"  %1 %2"_s.arg(name, -24).arg(value);
    };
    if (!profile.listing.alias.isEmpty())
        add(u"alias"_s, displayText(profile.listing.alias).text);
    for (const JsonValue &member : root) {
        if (member.name() != "name"_L1 && member.name() != "version"_L1)
            add(displayText(member.name()).text, valueText(member));
    }
    add(u"client_secret"_s, secretText(profile.secretSummary));
    if (const SecretBytes &key = loaded.secrets.client.privateKey; !key.isEmpty())
        add(u"private_key"_s, keyText(key, profile.client.assertion.keyId));
    end(out.answerText(lines.join(u'\n')));
}

void addProfileShow(CLI::App &profile, CommandFactory &chosen)
{
    CLI::App *show = profile.add_subcommand("show", "Show a profile without its secrets");
    auto name = std::make_shared<std::string>();
    auto json = std::make_shared<bool>(false);
    show->add_option("NAME", *name, "[customer/]name[@environment], id or alias")->required();
    show->add_flag("--json", *json, "Print what token --from reads");
    show->callback([name, json, &chosen] {
        chosen = [name, json = *json](Output &output, const GlobalOptions &options) {
            return std::make_unique<ProfileShowCommand>(output, options, fromArgument(*name), json);
        };
    });
}

} // namespace mintmark
