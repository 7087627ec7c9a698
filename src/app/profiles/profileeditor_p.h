// SPDX-FileCopyrightText: 2026 The Mintmark authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/profiles/draftshelf.h"
#include "app/profiles/profileeditor.h"
#include "base/error.h"
#include "profiles/profiletext.h"
#include "ui_profileeditor.h"

#include <QPointer>

namespace mintmark {

struct ServiceAccount;

/// The page's state: what is open, what was left, what a paste can be undone to.
class ProfileEditor::Private
{
public:
    Private(ProfileEditor *editor, const Clock &wallClock, std::function<QString()> text);

    ProfileId id() const { return original.profile.listing.id; }
    QString name() const;
    /// The open page as it could be kept.
    KeptDraft current() const;
    /// Shows a draft, with its original as the measure of changes.
    void open(KeptDraft draft);
    void openFresh(ProfileDraft draft, const QSet<ProfileField> &revealed);
    /// Puts a changed page aside and empties it. False when there was nothing to keep.
    bool shelve();
    void clear();

    void save(bool fetchAfter);
    void updatePage();
    void showNotice(BarKind kind, const QString &text, const QString &button = {});
    void undoFill();
    void onCure(const QString &buttonId);
    bool fill(const QString &text, bool intoField);
    void fillFromAccount(const ServiceAccount &account, const QString &text);

    ProfileEditor *q;
    const Clock &clock;
    std::function<QString()> clipboardText;
    Ui::ProfileEditorPage ui;

    ProfileDraft original;
    bool secretsForgotten = false;
    std::optional<bool> saveWhenProvided; ///< and whether to fetch then
    DraftShelf shelf;
    QList<PresetAdjustment> adjustments;

    struct Filled
    {
        ProfileDraft before;
        ProfileText text;
        bool isAccount; ///< with a key and its id
    };
    std::optional<Filled> filled;
    bool saving = false;
    Error error; ///< that the bar shows
    QPointer<QWidget> focusBeforeSaving;
};

} // namespace mintmark
