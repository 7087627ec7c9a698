// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "session/programnetwork.h"

#include "base/atomicfile.h"
#include "keychain/keychain.h"
#include "profiles/profileitemnetwork.h"
#include "json/jsonfile.h"
#include "json/writer.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace mintmark {

using namespace Qt::StringLiterals;
using namespace profileitem;

namespace {

QString itemName()
{
    return u"mintmark/v1/network"_s;
}

bool hasAny(const NetworkSecrets &secrets)
{
    return !(secrets == NetworkSecrets());
}

QByteArray fileText(const NetworkAccess &access)
{
    JsonWriter json(JsonWriter::Format::Indented);
    json.beginObject().member("version").integer(1).member("network");
    writeNetwork(json, access.settings, {}, NetworkSecretsToo::No, {});
    json.member("secrets_in_keychain").boolean(hasAny(access.secrets));
    return json.endObject().take() + '\n';
}

SecretBytes itemOf(const NetworkAccess &access)
{
    JsonWriter json;
    json.reserve(6 * roomForNetwork(access.settings, access.secrets) + 256);
    writeNetwork(json, access.settings, access.secrets, NetworkSecretsToo::Yes, {});
    QByteArray bytes = json.take();
    return SecretBytes::take(bytes);
}

NetworkSecrets secretsFrom(const SecretBytes &item)
{
    QByteArray bytes = item.view().toByteArray();
    NetworkSecrets secrets;
    {
        const JsonDocument document = JsonDocument::parse(bytes, { .size = bytes.size() });
        const Result<NetworkAccess> read = readNetwork(document.root());
        if (document.isValid() && read)
            secrets = read->secrets;
    }
    wipe(bytes);
    return secrets;
}

} // namespace

class ProgramNetwork::AccessJob final : public ResultJob<NetworkAccess>
{
public:
    explicit AccessJob(ProgramNetwork *network) : m_network(network) { }

protected:
    void run() override
    {
        if (const std::optional<NetworkAccess> known = m_network->known())
            return finish(*known);
        m_running = runJob(m_network->m_keychain.read(itemName()), this,
                           [this](const Result<SecretBytes> &item) {
                               if (item) {
                                   m_network->m_access.secrets = secretsFrom(*item);
                                   m_network->m_hasSecrets = false; // they are here now
                               }
                               finish(m_network->m_access);
                           });
    }
    void stop() override { delete m_running; }

private:
    ProgramNetwork *m_network;
    QPointer<Job> m_running;
};

class ProgramNetwork::SaveJob final : public ResultJob<bool>
{
public:
    SaveJob(ProgramNetwork *network, NetworkAccess access)
        : m_network(network), m_access(std::move(access))
    { }

protected:
    void run() override
    {
        if (!hasAny(m_access.secrets))
            return writeFile();
        const QString label = QCoreApplication::translate("ProgramNetwork", "Mintmark: network settings");
        m_running = runJob(m_network->m_keychain.write(itemName(), label, itemOf(m_access)), this,
                           [this](const Result<bool> &written) {
                               if (!written)
                                   return finish(written.error());
                               writeFile();
                           });
    }
    void stop() override { delete m_running; }

private:
    void writeFile()
    {
        const bool hadSecrets = m_network->m_hasSecrets || hasAny(m_network->m_access.secrets);
        if (!m_network->m_file.isEmpty()) {
            const QString folder = QFileInfo(m_network->m_file).path();
            if (const Result<void> made = makePrivateFolder(folder); !made)
                return finish(made.error());
            const QByteArray text = fileText(m_access);
            if (const Result<void> written = writeAtomically(m_network->m_file, text); !written)
                return finish(written.error());
            if (const Result<QByteArray> kept = readWhole(m_network->m_file); !kept || *kept != text)
                return finish(Error { ErrorCode::FileNotWritten, { { u"file"_s, m_network->m_file } },
                                      u"it does not hold what was written"_s });
        }
        m_network->m_access = m_access;
        m_network->m_isRead = true;
        m_network->m_hasSecrets = false;
        m_network->m_fault.reset();
        Q_EMIT m_network->changed();
        if (!hadSecrets || hasAny(m_access.secrets))
            return finish(true);
        m_running = runJob(m_network->m_keychain.remove(itemName()), this,
                           [this](const Result<bool> &) { finish(true); });
    }

    ProgramNetwork *m_network;
    NetworkAccess m_access;
    QPointer<Job> m_running;
};

ProgramNetwork::ProgramNetwork(const QString &folder, Keychain &keychain, const Clock &clock)
    : m_file(folder.isEmpty() ? QString() : folder + u"/network.json"_s),
      m_keychain(keychain),
      m_trusted(folder.isEmpty() ? QString() : folder + u"/trusted-authorities.pem"_s, clock)
{ }

void ProgramNetwork::read() const
{
    if (m_isRead)
        return;
    m_isRead = true;
    const Result<std::optional<JsonDocument>> document = readJsonFile(m_file);
    if (!document) {
        m_fault = document.error();
        return;
    }
    if (!*document)
        return;
    const JsonValue root = (*document)->root();
    Result<NetworkAccess> network = readNetwork(root.member("network"));
    if (!network) {
        m_fault = Error { ErrorCode::FileUnreadable, { { u"file"_s, m_file } },
                          network.error().detail };
        return;
    }
    m_access = std::move(network).value();
    m_access.settings.allowHttp = false; // a decision for one server, never for all
    m_hasSecrets = root.member("secrets_in_keychain").toBool().value_or(false);
}

const NetworkSettings &ProgramNetwork::settings() const
{
    read();
    return m_access.settings;
}

const std::optional<Error> &ProgramNetwork::fault() const
{
    read();
    return m_fault;
}

std::optional<NetworkAccess> ProgramNetwork::known() const
{
    read();
    return m_hasSecrets ? std::nullopt : std::optional(m_access);
}

std::unique_ptr<ResultJob<NetworkAccess>> ProgramNetwork::access()
{
    return std::make_unique<AccessJob>(this);
}

std::unique_ptr<ResultJob<bool>> ProgramNetwork::save(NetworkAccess access)
{
    return std::make_unique<SaveJob>(this, std::move(access));
}

} // namespace mintmark
