import './field-map.ts'
import './field-page.ts'
