<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>andu::desktop::Application</name>
    <message>
        <source>Sign in to Andu</source>
        <translation>Sign in to Andu</translation>
    </message>
</context>
<context>
    <name>andu::desktop::AttachmentDesk</name>
    <message>
        <source>This file has not been synced to this computer yet.</source>
        <translation>This file has not been synced to this computer yet.</translation>
    </message>
    <message>
        <source>Choose the document to be sealed</source>
        <translation>Choose the document to be sealed</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF documents (*.pdf)</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>Save the file</translation>
    </message>
    <message>
        <source>The file was saved.</source>
        <translation>The file was saved.</translation>
    </message>
    <message>
        <source>New version</source>
        <translation>New version</translation>
    </message>
    <message>
        <source>What is to become of the changed document?</source>
        <translation>What is to become of the changed document?</translation>
    </message>
    <message>
        <source>“%1” belongs to “%2”.</source>
        <translation>“%1” belongs to “%2”.</translation>
    </message>
    <message>
        <source>Put back as the new version</source>
        <translation>Put back as the new version</translation>
    </message>
    <message>
        <source>Add as another file</source>
        <translation>Add as another file</translation>
    </message>
    <message>
        <source>Save to a file …</source>
        <translation>Save to a file …</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>%1 removed</translation>
    </message>
</context>
<context>
    <name>andu::desktop::Workplace</name>
    <message>
        <source>To do</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>In the outbox: %1</source>
        <translation>In the outbox: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Sign in again</translation>
    </message>
    <message>
        <source>Password of %1</source>
        <translation>Password of %1</translation>
    </message>
    <message>
        <source>Seals</source>
        <translation>Seals</translation>
    </message>
    <message>
        <source>This upload was interrupted. What the server has of it is asked as soon as it can be reached.</source>
        <translation>This upload was interrupted. What the server has of it is asked as soon as it can be reached.</translation>
    </message>
    <message>
        <source>This approval is not on this computer.</source>
        <translation>This approval is not on this computer.</translation>
    </message>
    <message>
        <source>Seals in files of an earlier version could not be taken over. They are still there.</source>
        <translation>Seals in files of an earlier version could not be taken over. They are still there.</translation>
    </message>
</context>
<context>
    <name>andu::ui::ActionBar</name>
    <message>
        <source>Keep draft</source>
        <translation>Keep draft</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Write your opinion here</source>
        <translation>Write your opinion here</translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation>Opinion</translation>
    </message>
    <message>
        <source>Handled offline; sent as soon as the network is back</source>
        <translation>Handled offline; sent as soon as the network is back</translation>
    </message>
    <message>
        <source>More</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Mark as read</translation>
    </message>
    <message>
        <source>Send with “%1”?</source>
        <translation>Send with “%1”?</translation>
    </message>
    <message>
        <source>Handwritten opinion</source>
        <translation>Handwritten opinion</translation>
    </message>
    <message>
        <source>Remove the handwriting</source>
        <translation>Remove the handwriting</translation>
    </message>
    <message>
        <source>Phrases</source>
        <translation>Phrases</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>By hand</translation>
    </message>
    <message>
        <source>Agreed.</source>
        <translation>Agreed.</translation>
    </message>
    <message>
        <source>Agreed; please proceed as planned.</source>
        <translation>Agreed; please proceed as planned.</translation>
    </message>
    <message>
        <source>Please add the missing details.</source>
        <translation>Please add the missing details.</translation>
    </message>
    <message>
        <source>Not agreed.</source>
        <translation>Not agreed.</translation>
    </message>
    <message>
        <source>Keep this text as a phrase</source>
        <translation>Keep this text as a phrase</translation>
    </message>
    <message>
        <source>My phrases …</source>
        <translation>My phrases …</translation>
    </message>
    <message>
        <source>My phrases</source>
        <translation>My phrases</translation>
    </message>
    <message>
        <source>One phrase in each line, in the order of the menu</source>
        <translation>One phrase in each line, in the order of the menu</translation>
    </message>
</context>
<context>
    <name>andu::ui::AddSealDialog</name>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>Where from</source>
        <translation>Where from</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Custody</source>
        <translation>Custody</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Shape</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Words below</source>
        <translation>Words below</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Centre</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Width</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Height</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Add a seal</source>
        <translation>Add a seal</translation>
    </message>
    <message>
        <source>Drawn from data</source>
        <translation>Drawn from data</translation>
    </message>
    <message>
        <source>A picture</source>
        <translation>A picture</translation>
    </message>
    <message>
        <source>Electronic seal (.esl)</source>
        <translation>Electronic seal (.esl)</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Round</translation>
    </message>
    <message>
        <source>Oval</source>
        <translation>Oval</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>Square</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rectangle</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Empty</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Star</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Browse…</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Seals (*.esl *.png *.bmp *.jpg *.gif)</source>
        <translation>Seals (*.esl *.png *.bmp *.jpg *.gif)</translation>
    </message>
    <message>
        <source>Give the seal a name.</source>
        <translation>Give the seal a name.</translation>
    </message>
    <message>
        <source>Type the text of the seal.</source>
        <translation>Type the text of the seal.</translation>
    </message>
    <message>
        <source>This file holds no seal that can be used.</source>
        <translation>This file holds no seal that can be used.</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>Uses a day</source>
        <translation>Uses a day</translation>
    </message>
    <message>
        <source>Emblem from a picture</source>
        <translation>Emblem from a picture</translation>
    </message>
    <message>
        <source>Not limited</source>
        <translation>Not limited</translation>
    </message>
</context>
<context>
    <name>andu::ui::AttachmentEditor</name>
    <message numerus="yes">
        <source>At most %n files may be here.</source>
        <translation>
            <numerusform>At most %n files may be here.</numerusform>
            <numerusform>At most %n files may be here.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is not of an allowed type (%2).</source>
        <translation>“%1” is not of an allowed type (%2).</translation>
    </message>
    <message>
        <source>“%1” is larger than %2.</source>
        <translation>“%1” is larger than %2.</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Add files</translation>
    </message>
    <message>
        <source>or drop them here</source>
        <translation>or drop them here</translation>
    </message>
    <message>
        <source>No files</source>
        <translation>No files</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>up to %1</translation>
    </message>
    <message>
        <source>Open “%1”</source>
        <translation>Open “%1”</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Save as</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Remove file</source>
        <translation>Remove file</translation>
    </message>
    <message>
        <source>Remove “%1” from this work?</source>
        <translation>Remove “%1” from this work?</translation>
    </message>
    <message>
        <source>Allowed files (*.%1)</source>
        <translation>Allowed files (*.%1)</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>queued</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>sending</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>needs attention</translation>
    </message>
    <message>
        <source>The server did not take this file; the outbox says why.</source>
        <translation>The server did not take this file; the outbox says why.</translation>
    </message>
</context>
<context>
    <name>andu::ui::BatchDialog</name>
    <message>
        <source>Seal and key…</source>
        <translation>Seal and key…</translation>
    </message>
    <message>
        <source>Seal all</source>
        <translation>Seal all</translation>
    </message>
    <message>
        <source>Verify all</source>
        <translation>Verify all</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Seal many files</source>
        <translation>Seal many files</translation>
    </message>
    <message>
        <source>Verify many files</source>
        <translation>Verify many files</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Add files…</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Add a folder…</translation>
    </message>
    <message>
        <source>Folder for the sealed files</source>
        <translation>Folder for the sealed files</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Browse…</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Add files</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Add a folder</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>%1 of %2 files, %3 without problems</source>
        <translation>%1 of %2 files, %3 without problems</translation>
    </message>
    <message>
        <source>Add the files or a folder.</source>
        <translation>Add the files or a folder.</translation>
    </message>
    <message>
        <source>Choose the seal and the key.</source>
        <translation>Choose the seal and the key.</translation>
    </message>
    <message>
        <source>Choose the folder for the sealed files.</source>
        <translation>Choose the folder for the sealed files.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>The folder cannot be written.</source>
        <translation>The folder cannot be written.</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>Sealed</translation>
    </message>
    <message>
        <source>Was sealed before, left as it is</source>
        <translation>Was sealed before, left as it is</translation>
    </message>
    <message>
        <source>Not done: cancelled</source>
        <translation>Not done: cancelled</translation>
    </message>
    <message>
        <source>Password of the file</source>
        <translation>Password of the file</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>Skip all</source>
        <translation>Skip all</translation>
    </message>
    <message>
        <source>Sealed, without validation data: %1</source>
        <translation>Sealed, without validation data: %1</translation>
    </message>
    <message>
        <source>That password does not open it</source>
        <translation>That password does not open it</translation>
    </message>
    <message>
        <source>Protected by a password</source>
        <translation>Protected by a password</translation>
    </message>
    <message>
        <source>%1 is protected by a password.</source>
        <translation>%1 is protected by a password.</translation>
    </message>
    <message>
        <source>Skipped: protected, no password was given</source>
        <translation>Skipped: protected, no password was given</translation>
    </message>
</context>
<context>
    <name>andu::ui::CertificateDialog</name>
    <message>
        <source>Certificates</source>
        <translation>Certificates</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>None</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Issued to</source>
        <translation>Issued to</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Issued by</translation>
    </message>
    <message>
        <source>Validity</source>
        <translation>Validity</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 to %2</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Serial number</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
</context>
<context>
    <name>andu::ui::ChangeWords</name>
    <message>
        <source>timestamp added: %1</source>
        <translation>timestamp added: %1</translation>
    </message>
    <message>
        <source>signature added: %1</source>
        <translation>signature added: %1</translation>
    </message>
    <message>
        <source>signature field added: %1</source>
        <translation>signature field added: %1</translation>
    </message>
    <message>
        <source>field signed: %1</source>
        <translation>field signed: %1</translation>
    </message>
    <message>
        <source>field filled: %1</source>
        <translation>field filled: %1</translation>
    </message>
    <message>
        <source>page %1: annotation added (%2)</source>
        <translation>page %1: annotation added (%2)</translation>
    </message>
    <message>
        <source>page %1: annotation removed</source>
        <translation>page %1: annotation removed</translation>
    </message>
    <message>
        <source>page %1: annotation changed</source>
        <translation>page %1: annotation changed</translation>
    </message>
    <message>
        <source>validation data added</source>
        <translation>validation data added</translation>
    </message>
    <message>
        <source>metadata: dates and tool names renewed</source>
        <translation>metadata: dates and tool names renewed</translation>
    </message>
    <message>
        <source>document information: dates and tool names renewed</source>
        <translation>document information: dates and tool names renewed</translation>
    </message>
    <message>
        <source>structure tree extended</source>
        <translation>structure tree extended</translation>
    </message>
    <message>
        <source>catalog /%1 changed</source>
        <translation>catalog /%1 changed</translation>
    </message>
    <message>
        <source>page %1: /%2 changed</source>
        <translation>page %1: /%2 changed</translation>
    </message>
    <message>
        <source>form /%1 changed</source>
        <translation>form /%1 changed</translation>
    </message>
    <message>
        <source>field %1: /%2 changed</source>
        <translation>field %1: /%2 changed</translation>
    </message>
    <message>
        <source>structure tree /%1 changed</source>
        <translation>structure tree /%1 changed</translation>
    </message>
    <message>
        <source>catalog /Perms /%1 changed</source>
        <translation>catalog /Perms /%1 changed</translation>
    </message>
    <message>
        <source>document information /%1 changed</source>
        <translation>document information /%1 changed</translation>
    </message>
    <message>
        <source>document information /%1 was removed</source>
        <translation>document information /%1 was removed</translation>
    </message>
    <message>
        <source>trailer /Root names another catalog</source>
        <translation>trailer /Root names another catalog</translation>
    </message>
    <message>
        <source>the catalog was removed</source>
        <translation>the catalog was removed</translation>
    </message>
    <message>
        <source>trailer /Encrypt changed</source>
        <translation>trailer /Encrypt changed</translation>
    </message>
    <message>
        <source>trailer /ID of an encrypted file changed</source>
        <translation>trailer /ID of an encrypted file changed</translation>
    </message>
    <message>
        <source>object %1 (/%2) appeared behind a signed reference</source>
        <translation>object %1 (/%2) appeared behind a signed reference</translation>
    </message>
    <message>
        <source>object %1 (/%2) was removed</source>
        <translation>object %1 (/%2) was removed</translation>
    </message>
    <message>
        <source>object %1 (/%2) was replaced</source>
        <translation>object %1 (/%2) was replaced</translation>
    </message>
    <message>
        <source>object %1 may change, but also serves as /%2</source>
        <translation>object %1 may change, but also serves as /%2</translation>
    </message>
    <message>
        <source>catalog /DSS was removed or is no dictionary</source>
        <translation>catalog /DSS was removed or is no dictionary</translation>
    </message>
    <message>
        <source>catalog /DSS holds something that is no validation data</source>
        <translation>catalog /DSS holds something that is no validation data</translation>
    </message>
    <message>
        <source>catalog /Perms no longer names the certification</source>
        <translation>catalog /Perms no longer names the certification</translation>
    </message>
    <message>
        <source>catalog /Metadata was removed</source>
        <translation>catalog /Metadata was removed</translation>
    </message>
    <message>
        <source>metadata changed</source>
        <translation>metadata changed</translation>
    </message>
    <message>
        <source>catalog /StructTreeRoot changed</source>
        <translation>catalog /StructTreeRoot changed</translation>
    </message>
    <message>
        <source>structure tree: /%1 changed</source>
        <translation>structure tree: /%1 changed</translation>
    </message>
    <message>
        <source>structure tree: /%1 lost an entry</source>
        <translation>structure tree: /%1 lost an entry</translation>
    </message>
    <message>
        <source>the form was removed</source>
        <translation>the form was removed</translation>
    </message>
    <message>
        <source>the field tree has a field twice</source>
        <translation>the field tree has a field twice</translation>
    </message>
    <message>
        <source>form /SigFlags lost a flag</source>
        <translation>form /SigFlags lost a flag</translation>
    </message>
    <message>
        <source>form /NeedAppearances was set: frozen values would be drawn anew</source>
        <translation>form /NeedAppearances was set: frozen values would be drawn anew</translation>
    </message>
    <message>
        <source>a default resource of the form changed</source>
        <translation>a default resource of the form changed</translation>
    </message>
    <message>
        <source>form /XFA changed</source>
        <translation>form /XFA changed</translation>
    </message>
    <message>
        <source>the fields of the form got an entry that is no new signature field</source>
        <translation>the fields of the form got an entry that is no new signature field</translation>
    </message>
    <message>
        <source>the fields of the form lost an entry</source>
        <translation>the fields of the form lost an entry</translation>
    </message>
    <message>
        <source>field %1 was removed</source>
        <translation>field %1 was removed</translation>
    </message>
    <message>
        <source>field %1 changed although it is signed</source>
        <translation>field %1 changed although it is signed</translation>
    </message>
    <message>
        <source>field %1 changed although the certification allows no changes</source>
        <translation>field %1 changed although the certification allows no changes</translation>
    </message>
    <message>
        <source>field %1 changed although the signature locks it</source>
        <translation>field %1 changed although the signature locks it</translation>
    </message>
    <message>
        <source>field %1 changed although a push button has no value</source>
        <translation>field %1 changed although a push button has no value</translation>
    </message>
    <message>
        <source>field %1 was hidden or shown</source>
        <translation>field %1 was hidden or shown</translation>
    </message>
    <message>
        <source>field %1 /Ff changed</source>
        <translation>field %1 /Ff changed</translation>
    </message>
    <message>
        <source>field %1 got a value that is no signature</source>
        <translation>field %1 got a value that is no signature</translation>
    </message>
    <message>
        <source>field %1 got an appearance without a signature</source>
        <translation>field %1 got an appearance without a signature</translation>
    </message>
    <message>
        <source>a second field is named %1</source>
        <translation>a second field is named %1</translation>
    </message>
    <message>
        <source>new field %1: only signature fields may be added</source>
        <translation>new field %1: only signature fields may be added</translation>
    </message>
    <message>
        <source>new field %1: its value is no signature</source>
        <translation>new field %1: its value is no signature</translation>
    </message>
    <message>
        <source>new field %1: it shows an earlier signature again</source>
        <translation>new field %1: it shows an earlier signature again</translation>
    </message>
    <message>
        <source>new field %1: visible, after a certification</source>
        <translation>new field %1: visible, after a certification</translation>
    </message>
    <message>
        <source>new field %1: the certification allows no changes</source>
        <translation>new field %1: the certification allows no changes</translation>
    </message>
    <message>
        <source>new field %1: the signature locks it</source>
        <translation>new field %1: the signature locks it</translation>
    </message>
    <message>
        <source>new field %1: it takes the place of another object</source>
        <translation>new field %1: it takes the place of another object</translation>
    </message>
    <message>
        <source>new field %1: it brings an action</source>
        <translation>new field %1: it brings an action</translation>
    </message>
    <message>
        <source>new field %1: it draws something without being signed</source>
        <translation>new field %1: it draws something without being signed</translation>
    </message>
    <message>
        <source>the form does not show this signature</source>
        <translation>the form does not show this signature</translation>
    </message>
    <message>
        <source>the form does not show this signature any more</source>
        <translation>the form does not show this signature any more</translation>
    </message>
    <message>
        <source>the signature is not part of the revision it signs</source>
        <translation>the signature is not part of the revision it signs</translation>
    </message>
    <message>
        <source>the signed bytes do not end with a revision</source>
        <translation>the signed bytes do not end with a revision</translation>
    </message>
    <message>
        <source>the signed revision cannot be read</source>
        <translation>the signed revision cannot be read</translation>
    </message>
    <message>
        <source>there are too many signatures to compare all revisions</source>
        <translation>there are too many signatures to compare all revisions</translation>
    </message>
    <message>
        <source>the signed cross-reference sections are left out at byte %1</source>
        <translation>the signed cross-reference sections are left out at byte %1</translation>
    </message>
    <message>
        <source>cross-reference section out of order at byte %1</source>
        <translation>cross-reference section out of order at byte %1</translation>
    </message>
    <message>
        <source>hybrid cross-reference section that says two things at byte %1</source>
        <translation>hybrid cross-reference section that says two things at byte %1</translation>
    </message>
    <message>
        <source>cross-reference section without its startxref at byte %1</source>
        <translation>cross-reference section without its startxref at byte %1</translation>
    </message>
    <message>
        <source>trailer with an entry twice at byte %1</source>
        <translation>trailer with an entry twice at byte %1</translation>
    </message>
    <message>
        <source>bytes that belong to no revision at byte %1</source>
        <translation>bytes that belong to no revision at byte %1</translation>
    </message>
    <message>
        <source>revision without objects in order at byte %1</source>
        <translation>revision without objects in order at byte %1</translation>
    </message>
    <message>
        <source>revision without %%EOF at byte %1</source>
        <translation>revision without %%EOF at byte %1</translation>
    </message>
    <message>
        <source>bytes that are no object at byte %1</source>
        <translation>bytes that are no object at byte %1</translation>
    </message>
    <message>
        <source>object that does not end properly at byte %1</source>
        <translation>object that does not end properly at byte %1</translation>
    </message>
    <message>
        <source>object with an entry twice at byte %1</source>
        <translation>object with an entry twice at byte %1</translation>
    </message>
    <message>
        <source>object that reaches into a cross-reference section at byte %1</source>
        <translation>object that reaches into a cross-reference section at byte %1</translation>
    </message>
    <message>
        <source>object outside the cross-reference section at byte %1</source>
        <translation>object outside the cross-reference section at byte %1</translation>
    </message>
    <message>
        <source>object %1 listed twice at byte %2</source>
        <translation>object %1 listed twice at byte %2</translation>
    </message>
    <message>
        <source>object %1 is not where the section at byte %2 says</source>
        <translation>object %1 is not where the section at byte %2 says</translation>
    </message>
    <message>
        <source>object %1 is taken from signed bytes anew by the section at byte %2</source>
        <translation>object %1 is taken from signed bytes anew by the section at byte %2</translation>
    </message>
    <message>
        <source>object stream %1 differs from the section at byte %2</source>
        <translation>object stream %1 differs from the section at byte %2</translation>
    </message>
    <message>
        <source>page %1: annotation added</source>
        <translation>page %1: annotation added</translation>
    </message>
    <message>
        <source>trailer /ID changed</source>
        <translation>trailer /ID changed</translation>
    </message>
    <message>
        <source>form /NeedAppearances was set: values would be drawn anew</source>
        <translation>form /NeedAppearances was set: values would be drawn anew</translation>
    </message>
    <message>
        <source>form /Fields has an entry that is no new signature field</source>
        <translation>form /Fields has an entry that is no new signature field</translation>
    </message>
    <message>
        <source>form /Fields lost an entry</source>
        <translation>form /Fields lost an entry</translation>
    </message>
    <message>
        <source>object %1 may change, but is drawn as /%2</source>
        <translation>object %1 may change, but is drawn as /%2</translation>
    </message>
    <message>
        <source>structure tree: %1 changed</source>
        <translation>structure tree: %1 changed</translation>
    </message>
    <message>
        <source>structure tree: %1 lost an entry</source>
        <translation>structure tree: %1 lost an entry</translation>
    </message>
    <message>
        <source>field %1 /%2 changed</source>
        <translation>field %1 /%2 changed</translation>
    </message>
    <message>
        <source>page %1 /%2 changed</source>
        <translation>page %1 /%2 changed</translation>
    </message>
    <message>
        <source>structure /%1 changed</source>
        <translation>structure /%1 changed</translation>
    </message>
    <message>
        <source>the algorithm or key is too weak to be relied on</source>
        <translation>the algorithm or key is too weak to be relied on</translation>
    </message>
    <message>
        <source>the timestamp of the signature does not fit it</source>
        <translation>the timestamp of the signature does not fit it</translation>
    </message>
    <message>
        <source>the timestamp's authority is not trusted</source>
        <translation>the timestamp's authority is not trusted</translation>
    </message>
    <message>
        <source>the signing time is the signer's claim</source>
        <translation>the signing time is the signer's claim</translation>
    </message>
    <message>
        <source>there is a signature in the file that its form does not show</source>
        <translation>there is a signature in the file that its form does not show</translation>
    </message>
    <message>
        <source>the file passes a limit and cannot be judged</source>
        <translation>the file passes a limit and cannot be judged</translation>
    </message>
</context>
<context>
    <name>andu::ui::ChipsEditor</name>
    <message>
        <source>Choose…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>Choose or type…</source>
        <translation>Choose or type…</translation>
    </message>
</context>
<context>
    <name>andu::ui::ColorEditor</name>
    <message>
        <source>Choose</source>
        <translation>Choose</translation>
    </message>
</context>
<context>
    <name>andu::ui::ConflictCard</name>
    <message>
        <source>(empty)</source>
        <translation>(empty)</translation>
    </message>
</context>
<context>
    <name>andu::ui::ConflictView</name>
    <message>
        <source>Send the merged form</source>
        <translation>Send the merged form</translation>
    </message>
    <message>
        <source>All mine</source>
        <translation>All mine</translation>
    </message>
    <message>
        <source>Keep mine as a copy</source>
        <translation>Keep mine as a copy</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>All of the server</source>
        <translation>All of the server</translation>
    </message>
    <message>
        <source>All of %1</source>
        <translation>All of %1</translation>
    </message>
    <message>
        <source>%1 changed this form on the server while you worked on it.</source>
        <translation>%1 changed this form on the server while you worked on it.</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Somebody</translation>
    </message>
    <message numerus="yes">
        <source>All your changes are kept on this computer. %n entries differ: choose for each of them; the others were merged.</source>
        <translation>
            <numerusform>All your changes are kept on this computer. %n entry differs: choose for it; the others were merged.</numerusform>
            <numerusform>All your changes are kept on this computer. %n entries differ: choose for each of them; the others were merged.</numerusform>
        </translation>
    </message>
    <message>
        <source>Both changed</source>
        <translation>Both changed</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>On the server</translation>
    </message>
    <message>
        <source>When opened</source>
        <translation>When opened</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>mine</source>
        <translation>mine</translation>
    </message>
    <message>
        <source>on the server</source>
        <translation>on the server</translation>
    </message>
    <message>
        <source>%1, when opened: %2</source>
        <translation>%1, when opened: %2</translation>
    </message>
    <message numerus="yes">
        <source>Merged: %n</source>
        <translation>
            <numerusform>Merged: %n</numerusform>
            <numerusform>Merged: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>both changed it to the same</source>
        <translation>both changed it to the same</translation>
    </message>
    <message>
        <source>only I changed it</source>
        <translation>only I changed it</translation>
    </message>
    <message>
        <source>only the server changed it</source>
        <translation>only the server changed it</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>Choose for “%1”</source>
        <translation>Choose for “%1”</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>Please choose</translation>
    </message>
    <message>
        <source>✓ mine</source>
        <translation>✓ mine</translation>
    </message>
    <message>
        <source>✓ the server's</source>
        <translation>✓ the server's</translation>
    </message>
    <message>
        <source>%1 chosen, %2 to go</source>
        <translation>%1 chosen, %2 to go</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Field</translation>
    </message>
</context>
<context>
    <name>andu::ui::DateEditor</name>
    <message>
        <source>Choose (F4)</source>
        <translation>Choose (F4)</translation>
    </message>
    <message>
        <source>%1, until</source>
        <translation>%1, until</translation>
    </message>
    <message>
        <source>Not a date like %1</source>
        <translation>Not a date like %1</translation>
    </message>
</context>
<context>
    <name>andu::ui::DatePopup</name>
    <message>
        <source>Year</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>andu::ui::DocumentEditor</name>
    <message>
        <source>Document number</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>Secrecy</source>
        <translation>Secrecy</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Urgency</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>Issued by</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>To</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>Attachments</translation>
    </message>
    <message>
        <source>Issuing unit</source>
        <translation>Issuing unit</translation>
    </message>
    <message>
        <source>Date of issue</source>
        <translation>Date of issue</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Copies to</source>
        <translation>Copies to</translation>
    </message>
    <message>
        <source>Printed by</source>
        <translation>Printed by</translation>
    </message>
    <message>
        <source>Date of printing</source>
        <translation>Date of printing</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>This text has parts that would be lost when it is edited here. It is kept as it is.</source>
        <translation>This text has parts that would be lost when it is edited here. It is kept as it is.</translation>
    </message>
</context>
<context>
    <name>andu::ui::ErrorText</name>
    <message>
        <source>The server cannot be reached. What you did is kept here and is sent when the network is back.</source>
        <translation>The server cannot be reached. What you did is kept here and is sent when the network is back.</translation>
    </message>
    <message>
        <source>There is no O2OA server at this address. Please check it.</source>
        <translation>There is no O2OA server at this address. Please check it.</translation>
    </message>
    <message>
        <source>The certificate of the server is not trusted, so nothing was sent. Please ask your administrator.</source>
        <translation>The certificate of the server is not trusted, so nothing was sent. Please ask your administrator.</translation>
    </message>
    <message>
        <source>Name or password is not right.</source>
        <translation>Name or password is not right.</translation>
    </message>
    <message>
        <source>The account is locked or needs another way to sign in. Please try again later.</source>
        <translation>The account is locked or needs another way to sign in. Please try again later.</translation>
    </message>
    <message>
        <source>The session has expired. Please sign in again; nothing is lost.</source>
        <translation>The session has expired. Please sign in again; nothing is lost.</translation>
    </message>
    <message>
        <source>The server has refused this. What you typed is kept.</source>
        <translation>The server has refused this. What you typed is kept.</translation>
    </message>
    <message>
        <source>This is not there any more.</source>
        <translation>This is not there any more.</translation>
    </message>
    <message>
        <source>Somebody has changed or handled this meanwhile. What you typed is kept.</source>
        <translation>Somebody has changed or handled this meanwhile. What you typed is kept.</translation>
    </message>
    <message>
        <source>The server has answered something that cannot be read. It is tried again later.</source>
        <translation>The server has answered something that cannot be read. It is tried again later.</translation>
    </message>
    <message>
        <source>This cannot be used as it is.</source>
        <translation>This cannot be used as it is.</translation>
    </message>
    <message>
        <source>The local store could not be read or written.</source>
        <translation>The local store could not be read or written.</translation>
    </message>
    <message>
        <source>The disk is full. Please make room; nothing is lost.</source>
        <translation>The disk is full. Please make room; nothing is lost.</translation>
    </message>
    <message>
        <source>The passphrase is not right.</source>
        <translation>The passphrase is not right.</translation>
    </message>
    <message>
        <source>This desktop has no keychain that can be used. Please choose a passphrase.</source>
        <translation>This desktop has no keychain that can be used. Please choose a passphrase.</translation>
    </message>
    <message>
        <source>Andu is already open with this account.</source>
        <translation>Andu is already open with this account.</translation>
    </message>
    <message>
        <source>A stored file is damaged and was not used.</source>
        <translation>A stored file is damaged and was not used.</translation>
    </message>
    <message>
        <source>This was cancelled.</source>
        <translation>This was cancelled.</translation>
    </message>
</context>
<context>
    <name>andu::ui::FieldEditor</name>
    <message>
        <source>%1, required</source>
        <translation>%1, required</translation>
    </message>
</context>
<context>
    <name>andu::ui::FilesPanel</name>
    <message>
        <source>queued</source>
        <translation>queued</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>sending</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>needs attention</translation>
    </message>
    <message>
        <source>No files</source>
        <translation>No files</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Add files</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Save as</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>not on this computer yet</source>
        <translation>not on this computer yet</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Replace with</translation>
    </message>
    <message>
        <source>Remove “%1” from this todo, also on the server?</source>
        <translation>Remove “%1” from this todo, also on the server?</translation>
    </message>
</context>
<context>
    <name>andu::ui::FindBar</name>
    <message>
        <source>Find in the form</source>
        <translation>Find in the form</translation>
    </message>
    <message>
        <source>Previous (Shift+F3)</source>
        <translation>Previous (Shift+F3)</translation>
    </message>
    <message>
        <source>Next (F3)</source>
        <translation>Next (F3)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Close (Esc)</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Not found</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 of %2</translation>
    </message>
</context>
<context>
    <name>andu::ui::FindPane</name>
    <message>
        <source>Places found</source>
        <translation>Places found</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>Page %1</translation>
    </message>
    <message>
        <source>Type what you are looking for in the box above.</source>
        <translation>Type what you are looking for in the box above.</translation>
    </message>
    <message>
        <source>Looking… page %1 of %2</source>
        <translation>Looking… page %1 of %2</translation>
    </message>
    <message numerus="yes">
        <source>The first %n places</source>
        <translation>
            <numerusform>The first place</numerusform>
            <numerusform>The first %n places</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found. Scanned pages hold no text.</source>
        <translation>Nothing found. Scanned pages hold no text.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) found</source>
        <translation>
            <numerusform>%n place found</numerusform>
            <numerusform>%n places found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>andu::ui::FlowPanel</name>
    <message>
        <source>Flow</source>
        <translation>Flow</translation>
    </message>
    <message>
        <source>in hand</source>
        <translation>in hand</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Nothing has happened yet.</translation>
    </message>
</context>
<context>
    <name>andu::ui::FormHints</name>
    <message>
        <source>It took too long and was stopped.</source>
        <translation>It took too long and was stopped.</translation>
    </message>
    <message>
        <source>It needs the server or the browser.</source>
        <translation>It needs the server or the browser.</translation>
    </message>
    <message>
        <source>It has an error.</source>
        <translation>It has an error.</translation>
    </message>
    <message>
        <source>A script of “%1” did not run.</source>
        <translation>A script of “%1” did not run.</translation>
    </message>
    <message>
        <source>A script of the form did not run.</source>
        <translation>A script of the form did not run.</translation>
    </message>
    <message>
        <source>A rule of “%1” can only be checked online.</source>
        <translation>A rule of “%1” can only be checked online.</translation>
    </message>
    <message>
        <source>A rule of the form can only be checked online.</source>
        <translation>A rule of the form can only be checked online.</translation>
    </message>
    <message>
        <source>The default of “%1” could not be computed; what is stored stays.</source>
        <translation>The default of “%1” could not be computed; what is stored stays.</translation>
    </message>
    <message>
        <source>The text of “%1” could not be computed.</source>
        <translation>The text of “%1” could not be computed.</translation>
    </message>
    <message>
        <source>The choices of “%1” could not be found out.</source>
        <translation>The choices of “%1” could not be found out.</translation>
    </message>
    <message>
        <source>The button “%1” did not work here.</source>
        <translation>The button “%1” did not work here.</translation>
    </message>
    <message>
        <source>The sub-form “%1” is not here.</source>
        <translation>The sub-form “%1” is not here.</translation>
    </message>
    <message>
        <source>The sub-form “%1” contains itself and was left out.</source>
        <translation>The sub-form “%1” contains itself and was left out.</translation>
    </message>
    <message>
        <source>The form is too large; not all of it is shown.</source>
        <translation>The form is too large; not all of it is shown.</translation>
    </message>
    <message>
        <source>“%1” is of a kind that only the browser shows. What it holds is kept.</source>
        <translation>“%1” is of a kind that only the browser shows. What it holds is kept.</translation>
    </message>
    <message>
        <source>“%1” (%2) is shown in the browser only. What it holds is kept.</source>
        <translation>“%1” (%2) is shown in the browser only. What it holds is kept.</translation>
    </message>
    <message>
        <source>The choices of “%1” come from the server; the last known are shown.</source>
        <translation>The choices of “%1” come from the server; the last known are shown.</translation>
    </message>
</context>
<context>
    <name>andu::ui::FormNotes</name>
    <message>
        <source>Technical details</source>
        <translation>Technical details</translation>
    </message>
    <message>
        <source>Nothing of this keeps you from filling, saving or sending it.</source>
        <translation>Nothing of this keeps you from filling, saving or sending it.</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Open in browser</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Show: %1</source>
        <translation>Show: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n parts of this form do not work here</source>
        <translation>
            <numerusform>%n parts of this form do not work here</numerusform><numerusform>%n parts of this form do not work here</numerusform></translation>
    </message>
</context>
<context>
    <name>andu::ui::FormTools</name>
    <message>
        <source>What does not work here</source>
        <translation>What does not work here</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Print (%1)</source>
        <translation>Print (%1)</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Open in the browser</translation>
    </message>
</context>
<context>
    <name>andu::ui::FormView</name>
    <message numerus="yes">
        <source>%n entries need attention</source>
        <translation>
            <numerusform>%n entries need attention</numerusform>
            <numerusform>%n entries need attention</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>andu::ui::GridEditor</name>
    <message>
        <source>Add row</source>
        <translation>Add row</translation>
    </message>
    <message>
        <source>Delete row</source>
        <translation>Delete row</translation>
    </message>
    <message>
        <source>%1, table</source>
        <translation>%1, table</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Row %1: %2</source>
        <translation>Row %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Import rows</source>
        <translation>Import rows</translation>
    </message>
    <message>
        <source>Tables (*.xlsx *.csv *.txt)</source>
        <translation>Tables (*.xlsx *.csv *.txt)</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>This file cannot be read.</translation>
    </message>
    <message>
        <source>No rows were found. The first line must hold the names of the columns, as in an exported file.</source>
        <translation>No rows were found. The first line must hold the names of the columns, as in an exported file.</translation>
    </message>
    <message>
        <source>Export rows</source>
        <translation>Export rows</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation>Workbook (*.xlsx)</translation>
    </message>
    <message>
        <source>Text table (*.csv)</source>
        <translation>Text table (*.csv)</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>The file could not be written.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
</context>
<context>
    <name>andu::ui::GridModel</name>
    <message>
        <source>No.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>%1, row %2: %3</source>
        <translation>%1, row %2: %3</translation>
    </message>
</context>
<context>
    <name>andu::ui::GridView</name>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>Insert row above</source>
        <translation>Insert row above</translation>
    </message>
    <message>
        <source>Insert row below</source>
        <translation>Insert row below</translation>
    </message>
    <message>
        <source>Move row up</source>
        <translation>Move row up</translation>
    </message>
    <message>
        <source>Move row down</source>
        <translation>Move row down</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n rows</source>
        <translation>
            <numerusform>Delete %n rows</numerusform><numerusform>Delete %n rows</numerusform></translation>
    </message>
</context>
<context>
    <name>andu::ui::InkCanvas</name>
    <message>
        <source>Handwriting</source>
        <translation>Handwriting</translation>
    </message>
</context>
<context>
    <name>andu::ui::InkDialog</name>
    <message>
        <source>Handwriting</source>
        <translation>Handwriting</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>Undo stroke</source>
        <translation>Undo stroke</translation>
    </message>
</context>
<context>
    <name>andu::ui::KeyBox</name>
    <message>
        <source>Key</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Key file</translation>
    </message>
    <message>
        <source>Name of the key</source>
        <translation>Name of the key</translation>
    </message>
    <message>
        <source>Password or PIN</source>
        <translation>Password or PIN</translation>
    </message>
    <message>
        <source>Certificate file (.p12, .pfx)</source>
        <translation>Certificate file (.p12, .pfx)</translation>
    </message>
    <message>
        <source>Token with a PKCS#11 library</source>
        <translation>Token with a PKCS#11 library</translation>
    </message>
    <message>
        <source>Token with an SKF library</source>
        <translation>Token with an SKF library</translation>
    </message>
    <message>
        <source>Only when the token has several</source>
        <translation>Only when the token has several</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Browse…</translation>
    </message>
    <message>
        <source>Keys and libraries (*.p12 *.pfx *.so);;All files (*)</source>
        <translation>Keys and libraries (*.p12 *.pfx *.so);;All files (*)</translation>
    </message>
    <message>
        <source>Vendor's library</source>
        <translation>Vendor's library</translation>
    </message>
    <message>
        <source>Unlocked a moment ago</source>
        <translation>Unlocked a moment ago</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Asked for each use, never kept</source>
        <translation>Asked for each use, never kept</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
</context>
<context>
    <name>andu::ui::LogView</name>
    <message>
        <source>Activity</source>
        <translation>Activity</translation>
    </message>
    <message>
        <source>Handler</source>
        <translation>Handler</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation>Opinion</translation>
    </message>
    <message>
        <source>in hand</source>
        <translation>in hand</translation>
    </message>
    <message>
        <source>%1 (in hand: %2)</source>
        <translation>%1 (in hand: %2)</translation>
    </message>
    <message>
        <source>Flow chart in the browser</source>
        <translation>Flow chart in the browser</translation>
    </message>
</context>
<context>
    <name>andu::ui::MainWindow</name>
    <message>
        <source>Outbox</source>
        <translation>Outbox</translation>
    </message>
    <message>
        <source>Andu</source>
        <translation>Andu</translation>
    </message>
    <message>
        <source>Search todos  (Ctrl+K)</source>
        <translation>Search todos  (Ctrl+K)</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sync now</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>Sign in again…</translation>
    </message>
    <message>
        <source>Close the account</source>
        <translation>Close the account</translation>
    </message>
</context>
<context>
    <name>andu::ui::OpinionEditor</name>
    <message>
        <source>Phrases</source>
        <translation>Phrases</translation>
    </message>
    <message>
        <source>Handwriting</source>
        <translation>Handwriting</translation>
    </message>
    <message>
        <source>Agreed.</source>
        <translation>Agreed.</translation>
    </message>
    <message>
        <source>Agreed; please proceed as planned.</source>
        <translation>Agreed; please proceed as planned.</translation>
    </message>
    <message>
        <source>Please add the missing details.</source>
        <translation>Please add the missing details.</translation>
    </message>
    <message>
        <source>Not agreed.</source>
        <translation>Not agreed.</translation>
    </message>
    <message>
        <source>Keep this text as a phrase</source>
        <translation>Keep this text as a phrase</translation>
    </message>
</context>
<context>
    <name>andu::ui::OrgDelegate</name>
    <message>
        <source>me</source>
        <translation>me</translation>
    </message>
</context>
<context>
    <name>andu::ui::OrgEditor</name>
    <message>
        <source>Choose: %1</source>
        <translation>Choose: %1</translation>
    </message>
    <message>
        <source>Choose from the organisation (F4)</source>
        <translation>Choose from the organisation (F4)</translation>
    </message>
    <message>
        <source>Name or pinyin</source>
        <translation>Name or pinyin</translation>
    </message>
</context>
<context>
    <name>andu::ui::OrgPicker</name>
    <message>
        <source>Choose from the organisation</source>
        <translation>Choose from the organisation</translation>
    </message>
    <message>
        <source>The organisation has not been synced to this computer yet.</source>
        <translation>The organisation has not been synced to this computer yet.</translation>
    </message>
    <message>
        <source>Name, pinyin, initials, unit or number</source>
        <translation>Name, pinyin, initials, unit or number</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Units</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Recent</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groups</translation>
    </message>
    <message>
        <source>Duties</source>
        <translation>Duties</translation>
    </message>
    <message>
        <source>People to choose</source>
        <translation>People to choose</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>Chosen, in order</source>
        <translation>Chosen, in order</translation>
    </message>
    <message>
        <source>Drag, or Ctrl+↑ and Ctrl+↓, to change the order; Delete removes.</source>
        <translation>Drag, or Ctrl+↑ and Ctrl+↓, to change the order; Delete removes.</translation>
    </message>
    <message>
        <source>The form limits who may be chosen by a rule of the server; it could not be applied here.</source>
        <translation>The form limits who may be chosen by a rule of the server; it could not be applied here.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n</source>
        <translation>
            <numerusform>At most %n</numerusform>
            <numerusform>At most %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Works offline.</source>
        <translation>Works offline.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Chosen: %1</source>
        <translation>Chosen: %1</translation>
    </message>
    <message>
        <source>OK (%1)</source>
        <translation>OK (%1)</translation>
    </message>
</context>
<context>
    <name>andu::ui::OutboxPanel</name>
    <message>
        <source>Syncing %1/%2</source>
        <translation>Syncing %1/%2</translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation>Syncing</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Offline · content as of %1</source>
        <translation>Offline · content as of %1</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Sign in again</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Not synced yet</source>
        <translation>Not synced yet</translation>
    </message>
    <message>
        <source>Synced %1</source>
        <translation>Synced %1</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Outbox</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Sync now</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>The outbox is kept encrypted on this computer; switching off loses nothing.</source>
        <translation>The outbox is kept encrypted on this computer; switching off loses nothing.</translation>
    </message>
    <message>
        <source>last complete sync %1</source>
        <translation>last complete sync %1</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Needs attention</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Queued</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>Nothing is waiting. What you send appears here until the server has confirmed it.</source>
        <translation>Nothing is waiting. What you send appears here until the server has confirmed it.</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>queued</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>delivered</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>needs attention</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>sending</translation>
    </message>
    <message>
        <source>written %1</source>
        <translation>written %1</translation>
    </message>
    <message>
        <source>delivered %1</source>
        <translation>delivered %1</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n attempt</numerusform>
            <numerusform>%n attempts</numerusform>
        </translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Give up, keep as draft</source>
        <translation>Give up, keep as draft</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Technical details</translation>
    </message>
    <message>
        <source>Save form</source>
        <translation>Save form</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Submit</translation>
    </message>
    <message>
        <source>Check on the server</source>
        <translation>Check on the server</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Mark as read</translation>
    </message>
    <message>
        <source>Save draft</source>
        <translation>Save draft</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Upload file</source>
        <translation>Upload file</translation>
    </message>
    <message>
        <source>Open todo</source>
        <translation>Open todo</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Remove file</source>
        <translation>Remove file</translation>
    </message>
    <message>
        <source>Replace file</source>
        <translation>Replace file</translation>
    </message>
    <message>
        <source>Add file</source>
        <translation>Add file</translation>
    </message>
    <message>
        <source>Upload handwriting</source>
        <translation>Upload handwriting</translation>
    </message>
    <message>
        <source>Compare and decide</source>
        <translation>Compare and decide</translation>
    </message>
    <message>
        <source>Add as another file</source>
        <translation>Add as another file</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Give up</translation>
    </message>
    <message>
        <source>Upload of %1</source>
        <translation>Upload of %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>%1 of %2 · %3/s</source>
        <translation>%1 of %2 · %3/s</translation>
    </message>
</context>
<context>
    <name>andu::ui::PageView</name>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>This page is damaged.</source>
        <translation>This page is damaged.</translation>
    </message>
</context>
<context>
    <name>andu::ui::PdfActions</name>
    <message>
        <source>Thumbnails</source>
        <translation>Thumbnails</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Outline</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Smaller</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Larger</translation>
    </message>
    <message>
        <source>Fit the width</source>
        <translation>Fit the width</translation>
    </message>
    <message>
        <source>Fit the page</source>
        <translation>Fit the page</translation>
    </message>
    <message>
        <source>True size</source>
        <translation>True size</translation>
    </message>
    <message>
        <source>One page</source>
        <translation>One page</translation>
    </message>
    <message>
        <source>Two pages side by side</source>
        <translation>Two pages side by side</translation>
    </message>
    <message>
        <source>Scroll continuously</source>
        <translation>Scroll continuously</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>Turn left</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Turn right</translation>
    </message>
    <message>
        <source>Dark reading</source>
        <translation>Dark reading</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>Seal</translation>
    </message>
    <message>
        <source>Seam seal</source>
        <translation>Seam seal</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Save a copy</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Next place</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Previous place</translation>
    </message>
    <message>
        <source>Go to page…</source>
        <translation>Go to page…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Signature panel</source>
        <translation>Signature panel</translation>
    </message>
    <message>
        <source>Add long-term validation</source>
        <translation>Add long-term validation</translation>
    </message>
</context>
<context>
    <name>andu::ui::PdfNotice</name>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Password of the document</source>
        <translation>Password of the document</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>This document is protected by a password</source>
        <translation>This document is protected by a password</translation>
    </message>
    <message>
        <source>That password does not open it. Please try again.</source>
        <translation>That password does not open it. Please try again.</translation>
    </message>
</context>
<context>
    <name>andu::ui::PdfText</name>
    <message>
        <source>The author certified this document and allows no changes.</source>
        <translation>The author certified this document and allows no changes.</translation>
    </message>
    <message>
        <source>The author certified this document: only signature fields that are already there may be signed.</source>
        <translation>The author certified this document: only signature fields that are already there may be signed.</translation>
    </message>
    <message>
        <source>An earlier signature locked this document or these fields.</source>
        <translation>An earlier signature locked this document or these fields.</translation>
    </message>
    <message>
        <source>The document's own permissions forbid this change. Open it with the owner password to change it.</source>
        <translation>The document's own permissions forbid this change. Open it with the owner password to change it.</translation>
    </message>
    <message>
        <source>The document holds an XFA form; changes to it would stay hidden.</source>
        <translation>The document holds an XFA form; changes to it would stay hidden.</translation>
    </message>
    <message>
        <source>The document is encrypted in a way that does not allow changes here.</source>
        <translation>The document is encrypted in a way that does not allow changes here.</translation>
    </message>
    <message>
        <source>The file is damaged inside. It can be read but not signed or filled in: other programs would see another document. Ask for a fresh copy.</source>
        <translation>The file is damaged inside. It can be read but not signed or filled in: other programs would see another document. Ask for a fresh copy.</translation>
    </message>
    <message>
        <source>The password does not open it.</source>
        <translation>The password does not open it.</translation>
    </message>
    <message>
        <source>The file is damaged or is not a PDF. Nothing was changed; ask for a fresh copy.</source>
        <translation>The file is damaged or is not a PDF. Nothing was changed; ask for a fresh copy.</translation>
    </message>
    <message>
        <source>The text was not found in the document. Place it by hand.</source>
        <translation>The text was not found in the document. Place it by hand.</translation>
    </message>
    <message>
        <source>The file cannot be read from this computer any more.</source>
        <translation>The file cannot be read from this computer any more.</translation>
    </message>
    <message>
        <source>%1 × %2 mm</source>
        <translation>%1 × %2 mm</translation>
    </message>
    <message>
        <source>Printing and copying allowed</source>
        <translation>Printing and copying allowed</translation>
    </message>
    <message>
        <source>Printing allowed, copying text not allowed</source>
        <translation>Printing allowed, copying text not allowed</translation>
    </message>
    <message>
        <source>Copying text allowed, printing not allowed</source>
        <translation>Copying text allowed, printing not allowed</translation>
    </message>
    <message>
        <source>Printing and copying not allowed</source>
        <translation>Printing and copying not allowed</translation>
    </message>
    <message>
        <source>A seal of the office needs an approval: type its number. Nothing was sealed.</source>
        <translation>A seal of the office needs an approval: type its number. Nothing was sealed.</translation>
    </message>
    <message>
        <source>The approval names another file than this one. Nothing was sealed.</source>
        <translation>The approval names another file than this one. Nothing was sealed.</translation>
    </message>
    <message>
        <source>This seal has been used as often as it may be today. Nothing was sealed.</source>
        <translation>This seal has been used as often as it may be today. Nothing was sealed.</translation>
    </message>
    <message>
        <source>The approval does not allow that many impressions. Nothing was sealed.</source>
        <translation>The approval does not allow that many impressions. Nothing was sealed.</translation>
    </message>
    <message>
        <source>Who asked for the seal may not be the one who sets it. Nothing was sealed.</source>
        <translation>Who asked for the seal may not be the one who sets it. Nothing was sealed.</translation>
    </message>
    <message>
        <source>This seal is frozen and may not be used.</source>
        <translation>This seal is frozen and may not be used.</translation>
    </message>
    <message>
        <source>This seal is not valid today.</source>
        <translation>This seal is not valid today.</translation>
    </message>
    <message>
        <source>This seal belongs to another certificate than the key's.</source>
        <translation>This seal belongs to another certificate than the key's.</translation>
    </message>
    <message>
        <source>The maker of this electronic seal is not trusted.</source>
        <translation>The maker of this electronic seal is not trusted.</translation>
    </message>
    <message>
        <source>This signature field is signed already or cannot be signed.</source>
        <translation>This signature field is signed already or cannot be signed.</translation>
    </message>
    <message>
        <source>Only the first signature of a document can certify it.</source>
        <translation>Only the first signature of a document can certify it.</translation>
    </message>
    <message>
        <source>The certificate of this key is not valid today.</source>
        <translation>The certificate of this key is not valid today.</translation>
    </message>
    <message>
        <source>A field may not be changed. Nothing was saved.</source>
        <translation>A field may not be changed. Nothing was saved.</translation>
    </message>
    <message>
        <source>The time stamp server did not answer. Check its address and the network.</source>
        <translation>The time stamp server did not answer. Check its address and the network.</translation>
    </message>
    <message>
        <source>The time stamp server answered something that cannot be used.</source>
        <translation>The time stamp server answered something that cannot be used.</translation>
    </message>
    <message>
        <source>A seam seal needs at least two pages.</source>
        <translation>A seam seal needs at least two pages.</translation>
    </message>
    <message>
        <source>These pages or places are not in the document.</source>
        <translation>These pages or places are not in the document.</translation>
    </message>
    <message>
        <source>Type the words to place it at.</source>
        <translation>Type the words to place it at.</translation>
    </message>
    <message>
        <source>The token is locked after too many wrong PINs. Its issuer can unlock it.</source>
        <translation>The token is locked after too many wrong PINs. Its issuer can unlock it.</translation>
    </message>
    <message>
        <source>The key cannot be found there.</source>
        <translation>The key cannot be found there.</translation>
    </message>
    <message>
        <source>The vendor's library failed. Unplug the token, plug it in and try again.</source>
        <translation>The vendor's library failed. Unplug the token, plug it in and try again.</translation>
    </message>
    <message>
        <source>There is no key that can be used.</source>
        <translation>There is no key that can be used.</translation>
    </message>
    <message>
        <source>This is not allowed here. Nothing was changed.</source>
        <translation>This is not allowed here. Nothing was changed.</translation>
    </message>
    <message>
        <source>An answer could not be used. Nothing was changed.</source>
        <translation>An answer could not be used. Nothing was changed.</translation>
    </message>
    <message>
        <source>A value does not fit its field. Nothing was saved.</source>
        <translation>A value does not fit its field. Nothing was saved.</translation>
    </message>
    <message>
        <source>The register or a seal on this computer was changed by hand. Nothing was sealed.</source>
        <translation>The register or a seal on this computer was changed by hand. Nothing was sealed.</translation>
    </message>
</context>
<context>
    <name>andu::ui::PdfToolBar</name>
    <message>
        <source>Zoom: %1</source>
        <translation>Zoom: %1</translation>
    </message>
</context>
<context>
    <name>andu::ui::PdfWindow</name>
    <message>
        <source>Find in the text  (Ctrl+F)</source>
        <translation>Find in the text  (Ctrl+F)</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>Find in the text</translation>
    </message>
    <message>
        <source>This file cannot be shown</source>
        <translation>This file cannot be shown</translation>
    </message>
    <message>
        <source>PDF %1, damaged and repaired</source>
        <translation>PDF %1, damaged and repaired</translation>
    </message>
    <message>
        <source>PDF %1, encrypted</source>
        <translation>PDF %1, encrypted</translation>
    </message>
    <message>
        <source>PDF %1</source>
        <translation>PDF %1</translation>
    </message>
    <message>
        <source>Pages %1–%2 of %3</source>
        <translation>Pages %1–%2 of %3</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Page %1 of %2</translation>
    </message>
    <message>
        <source>Not handed over yet: %1</source>
        <translation>Not handed over yet: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Hand over as new version</source>
        <translation>Hand over as new version</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) filled in, not saved in the document yet</source>
        <translation>
            <numerusform>%n field filled in, not saved in the document yet</numerusform>
            <numerusform>%n fields filled in, not saved in the document yet</numerusform>
        </translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Save in the document</source>
        <translation>Save in the document</translation>
    </message>
    <message>
        <source>The document was sent to the printer.</source>
        <translation>The document was sent to the printer.</translation>
    </message>
    <message>
        <source>This link leads to something that is not opened from a document.</source>
        <translation>This link leads to something that is not opened from a document.</translation>
    </message>
    <message>
        <source>Open this link from the document?</source>
        <translation>Open this link from the document?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Page (1 to %1)</source>
        <translation>Page (1 to %1)</translation>
    </message>
    <message>
        <source>Copying text from this document is not allowed.</source>
        <translation>Copying text from this document is not allowed.</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) copied</source>
        <translation>
            <numerusform>%n character copied</numerusform>
            <numerusform>%n characters copied</numerusform>
        </translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Save a copy</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>The copy was saved.</source>
        <translation>The copy was saved.</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) filled in</source>
        <translation>
            <numerusform>%n field filled in</numerusform>
            <numerusform>%n fields filled in</numerusform>
        </translation>
    </message>
    <message>
        <source>Handed over as the new version.</source>
        <translation>Handed over as the new version.</translation>
    </message>
    <message>
        <source>The changes have not been handed over.</source>
        <translation>The changes have not been handed over.</translation>
    </message>
    <message>
        <source>They are lost when the window is closed now.</source>
        <translation>They are lost when the window is closed now.</translation>
    </message>
    <message>
        <source>Close and discard</source>
        <translation>Close and discard</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Stay</translation>
    </message>
    <message>
        <source>Revision %1</source>
        <translation>Revision %1</translation>
    </message>
    <message>
        <source>%1 – as signed by %2</source>
        <translation>%1 – as signed by %2</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>Export report</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>Data (*.json)</source>
        <translation>Data (*.json)</translation>
    </message>
    <message>
        <source>The report was saved.</source>
        <translation>The report was saved.</translation>
    </message>
    <message>
        <source>The report could not be saved there.</source>
        <translation>The report could not be saved there.</translation>
    </message>
    <message>
        <source>Working on the document…</source>
        <translation>Working on the document…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Hand over and close</source>
        <translation>Hand over and close</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>andu::ui::PictureEditor</name>
    <message>
        <source>Write by hand</source>
        <translation>Write by hand</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Choose a picture</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.bmp *.gif)</source>
        <translation>Pictures (*.png *.jpg *.jpeg *.bmp *.gif)</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>No picture</translation>
    </message>
    <message>
        <source>A picture is stored on the server.</source>
        <translation>A picture is stored on the server.</translation>
    </message>
</context>
<context>
    <name>andu::ui::Placeholder</name>
    <message>
        <source>office document</source>
        <translation>office document</translation>
    </message>
    <message>
        <source>list from the server</source>
        <translation>list from the server</translation>
    </message>
    <message>
        <source>data from another system</source>
        <translation>data from another system</translation>
    </message>
    <message>
        <source>sub-form</source>
        <translation>sub-form</translation>
    </message>
    <message>
        <source>statistics</source>
        <translation>statistics</translation>
    </message>
    <message>
        <source>web page</source>
        <translation>web page</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>picture</translation>
    </message>
    <message>
        <source>tree</source>
        <translation>tree</translation>
    </message>
    <message>
        <source>“%1” (%2) is shown in the browser only. What it holds is kept as it is.</source>
        <translation>“%1” (%2) is shown in the browser only. What it holds is kept as it is.</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Open in browser</translation>
    </message>
    <message>
        <source>Open “%1” in the browser</source>
        <translation>Open “%1” in the browser</translation>
    </message>
    <message>
        <source>handwriting</source>
        <translation>handwriting</translation>
    </message>
    <message>
        <source>page view</source>
        <translation>page view</translation>
    </message>
    <message>
        <source>“%1” (%2): its files open here; they are edited in the browser.</source>
        <translation>“%1” (%2): its files open here; they are edited in the browser.</translation>
    </message>
    <message>
        <source>Open “%1”</source>
        <translation>Open “%1”</translation>
    </message>
</context>
<context>
    <name>andu::ui::PlacementOverlay</name>
    <message>
        <source>%1 mm</source>
        <translation>%1 mm</translation>
    </message>
    <message>
        <source>%1 × %2 mm</source>
        <translation>%1 × %2 mm</translation>
    </message>
</context>
<context>
    <name>andu::ui::RichEditor</name>
    <message>
        <source>This text has parts (pictures, layout) that would be lost when it is edited here. It is kept as it is.</source>
        <translation>This text has parts (pictures, layout) that would be lost when it is edited here. It is kept as it is.</translation>
    </message>
    <message>
        <source>Edit anyway</source>
        <translation>Edit anyway</translation>
    </message>
    <message>
        <source>Bulleted list</source>
        <translation>Bulleted list</translation>
    </message>
    <message>
        <source>Numbered list</source>
        <translation>Numbered list</translation>
    </message>
    <message>
        <source>Bold (Ctrl+B)</source>
        <translation>Bold (Ctrl+B)</translation>
    </message>
    <message>
        <source>Italic (Ctrl+I)</source>
        <translation>Italic (Ctrl+I)</translation>
    </message>
    <message>
        <source>Underline (Ctrl+U)</source>
        <translation>Underline (Ctrl+U)</translation>
    </message>
</context>
<context>
    <name>andu::ui::SealDetail</name>
    <message>
        <source>Seal with this</source>
        <translation>Seal with this</translation>
    </message>
    <message>
        <source>No seal chosen</source>
        <translation>No seal chosen</translation>
    </message>
    <message>
        <source>Custody</source>
        <translation>Custody</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Shape</translation>
    </message>
    <message>
        <source>Used today</source>
        <translation>Used today</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>Validity</source>
        <translation>Validity</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 to %2</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Picture with a certificate</source>
        <translation>Picture with a certificate</translation>
    </message>
    <message>
        <source>Electronic seal (GB/T 38540)</source>
        <translation>Electronic seal (GB/T 38540)</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>Seal</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>Hand over…</translation>
    </message>
    <message>
        <source>More</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Freeze</translation>
    </message>
    <message>
        <source>Uses a day…</source>
        <translation>Uses a day…</translation>
    </message>
    <message>
        <source>Bind to a certificate…</source>
        <translation>Bind to a certificate…</translation>
    </message>
    <message>
        <source>Release from its certificates</source>
        <translation>Release from its certificates</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>Who keeps the seal from now on? Empty: it is handed in.</source>
        <translation>Who keeps the seal from now on? Empty: it is handed in.</translation>
    </message>
    <message>
        <source>Uses a day</source>
        <translation>Uses a day</translation>
    </message>
    <message>
        <source>How often may it be used in one day? 0: not limited.</source>
        <translation>How often may it be used in one day? 0: not limited.</translation>
    </message>
    <message>
        <source>Bind to a certificate</source>
        <translation>Bind to a certificate</translation>
    </message>
    <message>
        <source>Certificates (*.cer *.crt *.pem *.der)</source>
        <translation>Certificates (*.cer *.crt *.pem *.der)</translation>
    </message>
    <message>
        <source>This file holds no certificate.</source>
        <translation>This file holds no certificate.</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nobody</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Any</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1, %2 to %3</translation>
    </message>
    <message>
        <source>Kept before</source>
        <translation>Kept before</translation>
    </message>
</context>
<context>
    <name>andu::ui::SealDialog</name>
    <message>
        <source>Seal</source>
        <translation>Seal</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Picture</translation>
    </message>
    <message>
        <source>Width in millimetres</source>
        <translation>Width in millimetres</translation>
    </message>
    <message>
        <source>Place on the page</source>
        <translation>Place on the page</translation>
    </message>
    <message>
        <source>Place it on the page</source>
        <translation>Place it on the page</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Edge</source>
        <translation>Edge</translation>
    </message>
    <message>
        <source>Which pages</source>
        <translation>Which pages</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Approved by</translation>
    </message>
    <message>
        <source>Approval number</source>
        <translation>Approval number</translation>
    </message>
    <message>
        <source>Show on the pages</source>
        <translation>Show on the pages</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Sign</translation>
    </message>
    <message>
        <source>Seam seal</source>
        <translation>Seam seal</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Browse…</translation>
    </message>
    <message>
        <source>Name and date</source>
        <translation>Name and date</translation>
    </message>
    <message>
        <source>Handwriting from a picture</source>
        <translation>Handwriting from a picture</translation>
    </message>
    <message>
        <source>Nothing visible</source>
        <translation>Nothing visible</translation>
    </message>
    <message>
        <source>A picture file</source>
        <translation>A picture file</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Pictures (*.png *.bmp *.jpg *.gif)</source>
        <translation>Pictures (*.png *.bmp *.jpg *.gif)</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Width</translation>
    </message>
    <message>
        <source>By mouse</source>
        <translation>By mouse</translation>
    </message>
    <message>
        <source>Over organ and date (GB/T 9704)</source>
        <translation>Over organ and date (GB/T 9704)</translation>
    </message>
    <message>
        <source>At a word in the text</source>
        <translation>At a word in the text</translation>
    </message>
    <message>
        <source>All, or for example 1-20</source>
        <translation>All, or for example 1-20</translation>
    </message>
    <message>
        <source>The page in sight, or for example 1-3,7</source>
        <translation>The page in sight, or for example 1-3,7</translation>
    </message>
    <message>
        <source>Right edge</source>
        <translation>Right edge</translation>
    </message>
    <message>
        <source>Left edge</source>
        <translation>Left edge</translation>
    </message>
    <message>
        <source>Every page</source>
        <translation>Every page</translation>
    </message>
    <message>
        <source>Odd pages only (printed on both sides)</source>
        <translation>Odd pages only (printed on both sides)</translation>
    </message>
    <message>
        <source>Even pages only</source>
        <translation>Even pages only</translation>
    </message>
    <message>
        <source>Choose a picture of the seal.</source>
        <translation>Choose a picture of the seal.</translation>
    </message>
    <message>
        <source>These pages are not in the document.</source>
        <translation>These pages are not in the document.</translation>
    </message>
    <message>
        <source>Choose the key file.</source>
        <translation>Choose the key file.</translation>
    </message>
    <message>
        <source>The certificate of this key is not valid today.</source>
        <translation>The certificate of this key is not valid today.</translation>
    </message>
    <message>
        <source>From the left edge</source>
        <translation>From the left edge</translation>
    </message>
    <message>
        <source>From the upper edge</source>
        <translation>From the upper edge</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Approval</translation>
    </message>
    <message>
        <source>Impressions allowed</source>
        <translation>Impressions allowed</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>Sent to</source>
        <translation>Sent to</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>More…</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Less</translation>
    </message>
    <message>
        <source>At a position in millimetres</source>
        <translation>At a position in millimetres</translation>
    </message>
    <message>
        <source>From left and top</source>
        <translation>From left and top</translation>
    </message>
    <message>
        <source>Not limited</source>
        <translation>Not limited</translation>
    </message>
    <message>
        <source>Sign now</source>
        <translation>Sign now</translation>
    </message>
    <message>
        <source>Seal now</source>
        <translation>Seal now</translation>
    </message>
</context>
<context>
    <name>andu::ui::SealPage</name>
    <message>
        <source>Add a seal…</source>
        <translation>Add a seal…</translation>
    </message>
    <message>
        <source>Verify files…</source>
        <translation>Verify files…</translation>
    </message>
    <message>
        <source>Seal many files…</source>
        <translation>Seal many files…</translation>
    </message>
    <message>
        <source>Cabinet of seals</source>
        <translation>Cabinet of seals</translation>
    </message>
    <message>
        <source>Seals of your office appear here. Add one that is drawn from data, from a picture, or an electronic seal.</source>
        <translation>Seals of your office appear here. Add one that is drawn from data, from a picture, or an electronic seal.</translation>
    </message>
    <message>
        <source>The cabinet cannot be read. %1</source>
        <translation>The cabinet cannot be read. %1</translation>
    </message>
    <message>
        <source>Cabinet</source>
        <translation>Cabinet</translation>
    </message>
    <message>
        <source>Cabinet %1</source>
        <translation>Cabinet %1</translation>
    </message>
    <message>
        <source>There is a seal of this name already.</source>
        <translation>There is a seal of this name already.</translation>
    </message>
</context>
<context>
    <name>andu::ui::SealRegisterView</name>
    <message>
        <source>Seal-use register</source>
        <translation>Seal-use register</translation>
    </message>
    <message>
        <source>Search the register</source>
        <translation>Search the register</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>Seal</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Chain of the register</source>
        <translation>Chain of the register</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Last %1 days</source>
        <translation>Last %1 days</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>This year</translation>
    </message>
    <message>
        <source>All the time</source>
        <translation>All the time</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>From … to …</translation>
    </message>
    <message>
        <source>Every use is written into a chain on this computer; rows cannot be changed unnoticed.</source>
        <translation>Every use is written into a chain on this computer; rows cannot be changed unnoticed.</translation>
    </message>
    <message numerus="yes">
        <source>Chain intact, %n row(s)</source>
        <translation>
            <numerusform>Chain intact, %n row</numerusform><numerusform>Chain intact, %n rows</numerusform></translation>
    </message>
    <message>
        <source>The chain is broken: the register was changed by hand</source>
        <translation>The chain is broken: the register was changed by hand</translation>
    </message>
    <message>
        <source>The register cannot be read</source>
        <translation>The register cannot be read</translation>
    </message>
    <message>
        <source>All seals</source>
        <translation>All seals</translation>
    </message>
    <message numerus="yes">
        <source>%n use(s)</source>
        <translation>
            <numerusform>%n use</numerusform><numerusform>%n uses</numerusform></translation>
    </message>
    <message>
        <source>Export the register</source>
        <translation>Export the register</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Table (*.csv)</translation>
    </message>
    <message>
        <source>The table could not be saved there.</source>
        <translation>The table could not be saved there.</translation>
    </message>
</context>
<context>
    <name>andu::ui::SealSession</name>
    <message numerus="yes">
        <source>Seam seal over %n page(s). Drag it up or down; arrow keys move it by 1 mm.</source>
        <translation>
            <numerusform>Seam seal over %n page. Drag it up or down; arrow keys move it by 1 mm.</numerusform>
            <numerusform>Seam seal over %n pages. Drag it up or down; arrow keys move it by 1 mm.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 × %2 mm, true size. Drag it where it belongs; arrow keys move it by 1 mm, with Shift by 0.1 mm.</source>
        <translation>%1 × %2 mm, true size. Drag it where it belongs; arrow keys move it by 1 mm, with Shift by 0.1 mm.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Sign here</source>
        <translation>Sign here</translation>
    </message>
    <message>
        <source>Seal here</source>
        <translation>Seal here</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>signed</translation>
    </message>
    <message>
        <source>seam seal</source>
        <translation>seam seal</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>sealed</translation>
    </message>
    <message>
        <source>Nothing was signed; the document is as before.</source>
        <translation>Nothing was signed; the document is as before.</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was signed; the document is as before.</source>
        <translation>Cancelled. Nothing was signed; the document is as before.</translation>
    </message>
    <message>
        <source>validation data</source>
        <translation>validation data</translation>
    </message>
    <message>
        <source>Validation data was added, but nobody answered whether these certificates are revoked: %1. Try again later to complete it.</source>
        <translation>Validation data was added, but nobody answered whether these certificates are revoked: %1. Try again later to complete it.</translation>
    </message>
    <message>
        <source>Validation data was added. It is not time stamped.</source>
        <translation>Validation data was added. It is not time stamped.</translation>
    </message>
    <message>
        <source>The signature stands. Validation data was not added: %1</source>
        <translation>The signature stands. Validation data was not added: %1</translation>
    </message>
    <message>
        <source>time stamp over all</source>
        <translation>time stamp over all</translation>
    </message>
    <message>
        <source>The document was time stamped.</source>
        <translation>The document was time stamped.</translation>
    </message>
    <message>
        <source>What is signed stands. The time stamp over the document was not made: %1</source>
        <translation>What is signed stands. The time stamp over the document was not made: %1</translation>
    </message>
</context>
<context>
    <name>andu::ui::SealUseDetail</name>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Back to the seal</source>
        <translation>Back to the seal</translation>
    </message>
    <message>
        <source>Result of comparing</source>
        <translation>Result of comparing</translation>
    </message>
    <message>
        <source>Open the approval</source>
        <translation>Open the approval</translation>
    </message>
    <message>
        <source>Compare a file…</source>
        <translation>Compare a file…</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Electronic seal</source>
        <translation>Electronic seal</translation>
    </message>
    <message>
        <source>Cancels %1</source>
        <translation>Cancels %1</translation>
    </message>
    <message>
        <source>This use did not come from a todo.</source>
        <translation>This use did not come from a todo.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>Seal</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Document number</source>
        <translation>Document number</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Sent to</source>
        <translation>Sent to</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Impressions</source>
        <translation>Impressions</translation>
    </message>
    <message>
        <source>%1 of %2 allowed</source>
        <translation>%1 of %2 allowed</translation>
    </message>
    <message>
        <source>Seam at</source>
        <translation>Seam at</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Approved by</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Approval</translation>
    </message>
    <message>
        <source>Approval number</source>
        <translation>Approval number</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>SM3 before</source>
        <translation>SM3 before</translation>
    </message>
    <message>
        <source>SM3 after</source>
        <translation>SM3 after</translation>
    </message>
    <message>
        <source>Compare a file</source>
        <translation>Compare a file</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>That file cannot be read.</source>
        <translation>That file cannot be read.</translation>
    </message>
    <message>
        <source>That is the sealed file, unchanged.</source>
        <translation>That is the sealed file, unchanged.</translation>
    </message>
    <message>
        <source>That is the file as it was before sealing.</source>
        <translation>That is the file as it was before sealing.</translation>
    </message>
    <message>
        <source>That is another file, or it was changed after sealing.</source>
        <translation>That is another file, or it was changed after sealing.</translation>
    </message>
</context>
<context>
    <name>andu::ui::SealUseModel</name>
    <message>
        <source>%1 (seam)</source>
        <translation>%1 (seam)</translation>
    </message>
    <message>
        <source>Cancels %1</source>
        <translation>Cancels %1</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>Electronic seal</source>
        <translation>Electronic seal</translation>
    </message>
    <message>
        <source>Approval %1, operator %2, pages and places %3</source>
        <translation>Approval %1, operator %2, pages and places %3</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>Seal</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>Applicant</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Approved by</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Approval number</source>
        <translation>Approval number</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Approval</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Impressions</source>
        <translation>Impressions</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>SM3 before</source>
        <translation>SM3 before</translation>
    </message>
    <message>
        <source>SM3 after</source>
        <translation>SM3 after</translation>
    </message>
</context>
<context>
    <name>andu::ui::SealWords</name>
    <message>
        <source>Round</source>
        <translation>Round</translation>
    </message>
    <message>
        <source>Oval</source>
        <translation>Oval</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>Square</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rectangle</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Imported</translation>
    </message>
    <message>
        <source>%1, %2 mm</source>
        <translation>%1, %2 mm</translation>
    </message>
    <message>
        <source>%1, %2 × %3 mm</source>
        <translation>%1, %2 × %3 mm</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Valid</translation>
    </message>
    <message>
        <source>Not yet valid</source>
        <translation>Not yet valid</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>Frozen</translation>
    </message>
</context>
<context>
    <name>andu::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Like the desktop</source>
        <translation>Like the desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Language (after the next start)</source>
        <translation>Language (after the next start)</translation>
    </message>
    <message>
        <source>Andu %1, free software under the GPL, version 3 or later</source>
        <translation>Andu %1, free software under the GPL, version 3 or later</translation>
    </message>
    <message>
        <source>About</source>
        <translation>About</translation>
    </message>
</context>
<context>
    <name>andu::ui::SidePane</name>
    <message>
        <source>This document has no outline.</source>
        <translation>This document has no outline.</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Outline</translation>
    </message>
</context>
<context>
    <name>andu::ui::SignInPage</name>
    <message>
        <source>Protect this computer's copy with a passphrase of my own</source>
        <translation>Protect this computer's copy with a passphrase of my own</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Open offline</source>
        <translation>Open offline</translation>
    </message>
    <message>
        <source>Andu</source>
        <translation>Andu</translation>
    </message>
    <message>
        <source>Documents, todos, meetings: the work goes on without a network</source>
        <translation>Documents, todos, meetings: the work goes on without a network</translation>
    </message>
    <message>
        <source>Everything is kept encrypted on this computer and delivered when the network is back.</source>
        <translation>Everything is kept encrypted on this computer and delivered when the network is back.</translation>
    </message>
    <message>
        <source>The first sign-in needs the network; afterwards it opens offline.</source>
        <translation>The first sign-in needs the network; afterwards it opens offline.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>oa.example.com or an address with port</source>
        <translation>oa.example.com or an address with port</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Passphrase for this computer</source>
        <translation>Passphrase for this computer</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Signing in…</translation>
    </message>
    <message>
        <source>Please fill in server, name and password.</source>
        <translation>Please fill in server, name and password.</translation>
    </message>
    <message>
        <source>The passphrase needs at least 8 characters.</source>
        <translation>The passphrase needs at least 8 characters.</translation>
    </message>
    <message>
        <source>At least 8 characters; opens Andu without a network</source>
        <translation>At least 8 characters; opens Andu without a network</translation>
    </message>
    <message>
        <source>Andu %1</source>
        <translation>Andu %1</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>Show what is typed</translation>
    </message>
    <message>
        <source>Account on this computer</source>
        <translation>Account on this computer</translation>
    </message>
</context>
<context>
    <name>andu::ui::SignaturePanel</name>
    <message>
        <source>Export report</source>
        <translation>Export report</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>The signatures are being verified.</source>
        <translation>The signatures are being verified.</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Signatures</translation>
    </message>
    <message>
        <source>Cannot be checked</source>
        <translation>Cannot be checked</translation>
    </message>
    <message>
        <source>Signatures %1</source>
        <translation>Signatures %1</translation>
    </message>
    <message>
        <source>Checked at %1</source>
        <translation>Checked at %1</translation>
    </message>
    <message>
        <source>Unknown signer</source>
        <translation>Unknown signer</translation>
    </message>
    <message>
        <source>Signer</source>
        <translation>Signer</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>See the signed revision</source>
        <translation>See the signed revision</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Technical details</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Approval</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Signed revision</source>
        <translation>Signed revision</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificate</translation>
    </message>
</context>
<context>
    <name>andu::ui::SigningOptions</name>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Proof</translation>
    </message>
    <message>
        <source>Time stamp server</source>
        <translation>Time stamp server</translation>
    </message>
    <message>
        <source>Place of signing</source>
        <translation>Place of signing</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Signature field</source>
        <translation>Signature field</translation>
    </message>
    <message>
        <source>Changes allowed afterwards</source>
        <translation>Changes allowed afterwards</translation>
    </message>
    <message>
        <source>Lock fields</source>
        <translation>Lock fields</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Fields</translation>
    </message>
    <message>
        <source>Signature only</source>
        <translation>Signature only</translation>
    </message>
    <message>
        <source>With a time stamp</source>
        <translation>With a time stamp</translation>
    </message>
    <message>
        <source>Time stamp and validation data</source>
        <translation>Time stamp and validation data</translation>
    </message>
    <message>
        <source>For the archive: all of it, time stamped</source>
        <translation>For the archive: all of it, time stamped</translation>
    </message>
    <message>
        <source>A new one</source>
        <translation>A new one</translation>
    </message>
    <message>
        <source>%1 (page %2)</source>
        <translation>%1 (page %2)</translation>
    </message>
    <message>
        <source>Not restricted</source>
        <translation>Not restricted</translation>
    </message>
    <message>
        <source>Certify: nothing</source>
        <translation>Certify: nothing</translation>
    </message>
    <message>
        <source>Certify: filling in fields and signing</source>
        <translation>Certify: filling in fields and signing</translation>
    </message>
    <message>
        <source>Certify: also comments</source>
        <translation>Certify: also comments</translation>
    </message>
    <message>
        <source>Changes afterwards</source>
        <translation>Changes afterwards</translation>
    </message>
    <message>
        <source>None</source>
        <translation>None</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>All fields</translation>
    </message>
    <message>
        <source>Those ticked</source>
        <translation>Those ticked</translation>
    </message>
    <message>
        <source>All but those ticked</source>
        <translation>All but those ticked</translation>
    </message>
    <message>
        <source>This document may not be signed.</source>
        <translation>This document may not be signed.</translation>
    </message>
    <message>
        <source>Type the address of a time stamp server, or choose “Signature only”.</source>
        <translation>Type the address of a time stamp server, or choose “Signature only”.</translation>
    </message>
    <message>
        <source>Tick the fields to be locked.</source>
        <translation>Tick the fields to be locked.</translation>
    </message>
</context>
<context>
    <name>andu::ui::SigningSettingsBox</name>
    <message>
        <source>Time stamp server</source>
        <translation>Time stamp server</translation>
    </message>
    <message>
        <source>An address begins with http:// or https://.</source>
        <translation>An address begins with http:// or https://.</translation>
    </message>
    <message>
        <source>Ask for the key again</source>
        <translation>Ask for the key again</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>Trusted certificates</source>
        <translation>Trusted certificates</translation>
    </message>
    <message>
        <source>Signing and sealing</source>
        <translation>Signing and sealing</translation>
    </message>
    <message>
        <source>Before each use</source>
        <translation>Before each use</translation>
    </message>
    <message>
        <source>After some minutes</source>
        <translation>After some minutes</translation>
    </message>
    <message>
        <source>Once, until Andu is closed</source>
        <translation>Once, until Andu is closed</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Nothing listed: the certificates this computer trusts.</source>
        <translation>Nothing listed: the certificates this computer trusts.</translation>
    </message>
    <message>
        <source>Add a certificate…</source>
        <translation>Add a certificate…</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Add a folder…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.der);;All files (*)</source>
        <translation>Certificates (*.pem *.crt *.cer *.der);;All files (*)</translation>
    </message>
</context>
<context>
    <name>andu::ui::TemplateEditor</name>
    <message>
        <source>Add</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Add to “%1”</source>
        <translation>Add to “%1”</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Delete number %1</source>
        <translation>Delete number %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more rows are kept and not shown.</source>
        <translation>
            <numerusform>%n more rows are kept and not shown.</numerusform><numerusform>%n more rows are kept and not shown.</numerusform></translation>
    </message>
</context>
<context>
    <name>andu::ui::ThumbnailList</name>
    <message>
        <source>Page %1</source>
        <translation>Page %1</translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <translation>Thumbnails</translation>
    </message>
</context>
<context>
    <name>andu::ui::TodoDelegate</name>
    <message>
        <source>draft</source>
        <translation>draft</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>queued</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>needs attention</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>delivered</translation>
    </message>
</context>
<context>
    <name>andu::ui::TodoDetail</name>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>Flow</translation>
    </message>
    <message>
        <source>This form cannot be read. The data of the todo is kept; it can be handled in the browser.</source>
        <translation>This form cannot be read. The data of the todo is kept; it can be handled in the browser.</translation>
    </message>
    <message>
        <source>The content of this todo has not been synced yet.</source>
        <translation>The content of this todo has not been synced yet.</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Saved: %1</translation>
    </message>
</context>
<context>
    <name>andu::ui::TodoListModel</name>
    <message>
        <source>overdue today</source>
        <translation>overdue today</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) overdue</source>
        <translation>
            <numerusform>%n day overdue</numerusform>
            <numerusform>%n days overdue</numerusform>
        </translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>today %1</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>Due today</translation>
    </message>
    <message>
        <source>Due in three days</source>
        <translation>Due in three days</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>No due time</source>
        <translation>No due time</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Last seven days</source>
        <translation>Last seven days</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Earlier</translation>
    </message>
</context>
<context>
    <name>andu::ui::TodoPage</name>
    <message>
        <source>To do</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>To read</source>
        <translation>To read</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>Todos</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Choose a todo on the left to see its form, files and flow.</source>
        <translation>Choose a todo on the left to see its form, files and flow.</translation>
    </message>
    <message>
        <source>Nothing to do. New todos will appear here.</source>
        <translation>Nothing to do. New todos will appear here.</translation>
    </message>
    <message>
        <source>Nothing here yet.</source>
        <translation>Nothing here yet.</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Drafts</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>By due time</source>
        <translation>By due time</translation>
    </message>
    <message>
        <source>By process</source>
        <translation>By process</translation>
    </message>
    <message>
        <source>By arrival</source>
        <translation>By arrival</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Process</translation>
    </message>
    <message>
        <source>All processes</source>
        <translation>All processes</translation>
    </message>
</context>
<context>
    <name>andu::ui::TotalRow</name>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
</context>
<context>
    <name>andu::ui::TreeEditor</name>
    <message>
        <source>Province / city / district / street</source>
        <translation>Province / city / district / street</translation>
    </message>
    <message>
        <source>First / second / …</source>
        <translation>First / second / …</translation>
    </message>
    <message>
        <source>Choose (F4)</source>
        <translation>Choose (F4)</translation>
    </message>
</context>
<context>
    <name>andu::ui::TrueSizeSeal</name>
    <message>
        <source>True size %1 mm</source>
        <translation>True size %1 mm</translation>
    </message>
</context>
<context>
    <name>andu::ui::VerdictWords</name>
    <message>
        <source>Integrity</source>
        <translation>Integrity</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>The signed pages are as they were when signed</source>
        <translation>The signed pages are as they were when signed</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Passed</translation>
    </message>
    <message>
        <source>The bytes do not fit the signature</source>
        <translation>The bytes do not fit the signature</translation>
    </message>
    <message>
        <source>The signature is of a kind that cannot be checked</source>
        <translation>The signature is of a kind that cannot be checked</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Not checked</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>Algorithm</translation>
    </message>
    <message>
        <source>Too weak</source>
        <translation>Too weak</translation>
    </message>
    <message>
        <source>Certificate chain</source>
        <translation>Certificate chain</translation>
    </message>
    <message>
        <source>Trusted</source>
        <translation>Trusted</translation>
    </message>
    <message>
        <source>Not trusted</source>
        <translation>Not trusted</translation>
    </message>
    <message>
        <source>Not valid then</source>
        <translation>Not valid then</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Revoked</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>Time stamp</source>
        <translation>Time stamp</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>%1, as the signer's computer said</source>
        <translation>%1, as the signer's computer said</translation>
    </message>
    <message>
        <source>Not proven</source>
        <translation>Not proven</translation>
    </message>
    <message>
        <source>The signature names no time</source>
        <translation>The signature names no time</translation>
    </message>
    <message>
        <source>None</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Coverage</translation>
    </message>
    <message>
        <source>The whole file</source>
        <translation>The whole file</translation>
    </message>
    <message>
        <source>An earlier revision of the file</source>
        <translation>An earlier revision of the file</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>Whole</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>Changed afterwards</source>
        <translation>Changed afterwards</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nothing</translation>
    </message>
    <message numerus="yes">
        <source>%n addition(s) that the signature allows</source>
        <translation>
            <numerusform>%n addition that the signature allows</numerusform>
            <numerusform>%n additions that the signature allows</numerusform>
        </translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Allowed</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) that the signature does not allow</source>
        <translation>
            <numerusform>%n change that the signature does not allow</numerusform>
            <numerusform>%n changes that the signature does not allow</numerusform>
        </translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Not allowed</translation>
    </message>
    <message>
        <source>Signatures valid</source>
        <translation>Signatures valid</translation>
    </message>
    <message>
        <source>Nothing was changed after signing.</source>
        <translation>Nothing was changed after signing.</translation>
    </message>
    <message>
        <source>Later additions are of a kind the signatures allow.</source>
        <translation>Later additions are of a kind the signatures allow.</translation>
    </message>
    <message>
        <source>Unchanged, but not trusted</source>
        <translation>Unchanged, but not trusted</translation>
    </message>
    <message>
        <source>The document is as signed, but a signer or an algorithm cannot be relied on.</source>
        <translation>The document is as signed, but a signer or an algorithm cannot be relied on.</translation>
    </message>
    <message>
        <source>Changed after signing</source>
        <translation>Changed after signing</translation>
    </message>
    <message>
        <source>Something was changed that the signatures do not allow. Look at the signed revision.</source>
        <translation>Something was changed that the signatures do not allow. Look at the signed revision.</translation>
    </message>
    <message>
        <source>Signature invalid</source>
        <translation>Signature invalid</translation>
    </message>
    <message>
        <source>A signature does not fit the document. Do not rely on it.</source>
        <translation>A signature does not fit the document. Do not rely on it.</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>Not signed</translation>
    </message>
    <message>
        <source>This document holds no signature.</source>
        <translation>This document holds no signature.</translation>
    </message>
    <message>
        <source>Checked: %1</source>
        <translation>Checked: %1</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
</context>
</TS>
