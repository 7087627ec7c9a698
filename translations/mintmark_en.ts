<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>VerdictLines</name>
    <message numerus="yes">
        <source>Opaque token, %n characters</source>
        <translation>
            <numerusform>Opaque token, %n character</numerusform>
            <numerusform>Opaque token, %n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mintmark::InspectorPage</name>
    <message numerus="yes">
        <source>Token %1 of %2, found in a text of %n lines.</source>
        <translation>
            <numerusform>Token %1 of %2, found in a text of %n line.</numerusform>
            <numerusform>Token %1 of %2, found in a text of %n lines.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mintmark::InspectorProfile</name>
    <message numerus="yes">
        <source>%n profiles could not be read.</source>
        <translation>
            <numerusform>%n profile could not be read.</numerusform>
            <numerusform>%n profiles could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n profiles fit equally well</source>
        <translation>
            <numerusform>%n profile fits</numerusform>
            <numerusform>%n profiles fit equally well</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mintmark::MessageBar</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mintmark::RequestGroup</name>
    <message numerus="yes">
        <source>%n members</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n extra parameters</source>
        <translation>
            <numerusform>%n extra parameter</numerusform>
            <numerusform>%n extra parameters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n headers</source>
        <translation>
            <numerusform>%n header</numerusform>
            <numerusform>%n headers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mintmark::RequestPreview</name>
    <message numerus="yes">
        <source>Exactly these %Ln bytes are sent.</source>
        <translation>
            <numerusform>Exactly this %Ln byte is sent.</numerusform>
            <numerusform>Exactly these %Ln bytes are sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mintmark::SecretEdit</name>
    <message numerus="yes">
        <source>%Ln characters</source>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
</context>
</TS>
