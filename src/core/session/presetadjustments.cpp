// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#include "session/presetadjustments.h"

#include "base/atomicfile.h"
#include "json/jsonfile.h"
#include "json/writer.h"

#include <QFileInfo>

namespace mintmark {

using namespace Qt::StringLiterals;

namespace {

QByteArray fileText(const QList<PresetAdjustment> &adjustments)
{
    JsonWriter json(JsonWriter::Format::Indented);
    json.beginObject().member("version").integer(1).member("adjustments").beginArray();
    for (const PresetAdjustment &one : adjustments) {
        json.beginObject();
        json.member("provider").string(one.provider);
        json.member("field").string(one.change.field);
        json.member("from").string(one.from);
        json.member("to").string(one.change.value);
        json.endObject();
    }
    return json.endArray().endObject().take() + '\n';
}

/// Nothing for a field or a value a newer version may have written.
std::optional<PresetAdjustment> adjustmentFrom(const JsonValue &entry)
{
    PresetAdjustment one { entry.member("provider").toString(), entry.member("from").toString(),
                           { entry.member("field").toString(), entry.member("to").toString() } };
    ClientConfiguration anything;
    if (one.provider.isEmpty() || !applyChange(anything, one.change))
        return {};
    return one;
}

bool isOf(const PresetAdjustment &one, const QString &provider, const QString &field)
{
    return one.provider == provider && one.change.field == field;
}

} // namespace

PresetAdjustments::PresetAdjustments(const QString &folder)
    : m_file(folder.isEmpty() ? QString() : folder + u"/presets.json"_s)
{ }

void PresetAdjustments::read() const
{
    if (m_isRead)
        return;
    m_isRead = true;
    m_all.clear();
    m_fault.reset();
    const Result<std::optional<JsonDocument>> document = readJsonFile(m_file);
    if (!document) {
        m_fault = document.error();
        return;
    }
    if (!*document)
        return;
    const JsonValue list = (*document)->root().member("adjustments");
    if (!list.isArray()) {
        m_fault = Error { ErrorCode::FileUnreadable, { { u"file"_s, m_file } }, u"no adjustments"_s };
        return;
    }
    for (const JsonValue &entry : list) {
        if (const auto one = adjustmentFrom(entry))
            m_all << *one;
    }
}

const QList<PresetAdjustment> &PresetAdjustments::all() const
{
    read();
    return m_all;
}

const std::optional<Error> &PresetAdjustments::fault() const
{
    read();
    return m_fault;
}

Result<void> PresetAdjustments::keep(const PresetAdjustment &adjustment)
{
    if (!m_file.isEmpty())
        m_isRead = false; // another process may have written meanwhile
    PresetAdjustment kept = adjustment;
    QList<PresetAdjustment> now = all();
    for (const PresetAdjustment &one : std::as_const(now)) {
        // What the preset says is where a new profile starts.
        if (isOf(one, kept.provider, kept.change.field) && one.change.value == kept.from)
            kept.from = one.from;
    }
    now.removeIf([&kept](const PresetAdjustment &one) {
        return isOf(one, kept.provider, kept.change.field);
    });
    if (kept.from != kept.change.value)
        now << kept;
    return write(now);
}

Result<void> PresetAdjustments::forget(const QString &provider, const QString &field)
{
    if (!m_file.isEmpty())
        m_isRead = false;
    QList<PresetAdjustment> now = all();
    now.removeIf([&](const PresetAdjustment &one) { return isOf(one, provider, field); });
    return write(now);
}

Result<void> PresetAdjustments::write(const QList<PresetAdjustment> &adjustments)
{
    if (m_fault)
        return *m_fault;
    if (!m_file.isEmpty()) {
        if (const Result<void> made = makePrivateFolder(QFileInfo(m_file).path()); !made)
            return made;
        if (const Result<void> written = writeAtomically(m_file, fileText(adjustments)); !written)
            return written;
    }
    m_all = adjustments;
    Q_EMIT changed();
    return {};
}

} // namespace mintmark
