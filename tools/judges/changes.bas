' Open each file of a list, accept or reject all its tracked changes, and store what is left.
' Beside it goes how many changes there were, and how many are left.
Sub SettleAll(listed)
  Dim line As String
  Dim parts
  handle = FreeFile
  Open listed For Input As #handle
  Do While Not Eof(handle)
    Line Input #handle, line
    parts = Split(line, "|")
    Settle(parts(0), parts(1), parts(2))
  Loop
  Close #handle
End Sub

Sub Settle(file, way, target)
  On Error Goto NextFile
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim docx(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  docx(0).Name = "FilterName" : docx(0).Value = "MS Word 2007 XML"
  document = StarDesktop.loadComponentFromURL(ConvertToURL(file), "_blank", 0, hidden())
  before = CountChanges(document)
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  command = ".uno:" & way & "AllTrackedChanges"
  dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, Array())
  document.storeToURL(ConvertToURL(target), docx())
  handle = FreeFile
  Open target & ".txt" For Output As #handle
  Print #handle, before & " " & CountChanges(document)
  Close #handle
  document.close(True)
NextFile:
End Sub

Function CountChanges(document)
  counted = 0
  changes = document.Redlines.createEnumeration()
  Do While changes.hasMoreElements()
    change = changes.nextElement()
    counted = counted + 1
  Loop
  CountChanges = counted
End Function
